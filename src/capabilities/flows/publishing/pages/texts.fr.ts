const many = (n: number, one: string, more: string): string => (n < 2 ? one : more);

/** What decides on the form of a verb. */
interface Plural {
  move: number;
  pinned: number;
}

/** Words of the pages on which flows are compared and published, in French. */
export const PUBLISHING_FR = {
  toFlows: '← Tous les parcours',
  filesTitle: 'Les fichiers',
  upToDate: 'Les fichiers sont ce qui est publié.',
  differ: (n: number): string =>
    `${n} ${many(n, 'parcours diffère', 'parcours diffèrent')} de ce qui est publié.`,
  toCorrect: (n: number): string => `${n} à corriger`,
  toLookAt: (n: number): string => `${n} à regarder`,
  seeDraft: 'Voir et publier les fichiers',
  seeEditions: 'Historique des éditions',
  file: 'Fichier',
  states: {
    same: 'à jour',
    new: 'nouveau',
    changed: 'changé',
    words: 'mots changés',
    taken_away: 'retiré',
    brought_back: 'de retour',
    broken: 'à corriger',
    unread: 'pas comparé',
  },
  fileStates: {
    same: 'Le fichier de ce parcours est ce qui est publié.',
    new: 'Ce parcours n’est pas encore publié.',
    changed: 'Le fichier diffère de la version publiée.',
    words: 'Les textes des fichiers diffèrent de ceux qui sont publiés.',
    taken_away: 'Ce parcours est publié, mais n’a plus de fichier.',
    brought_back: 'Ce parcours avait été retiré ; son fichier est revenu.',
    broken: 'Le fichier ne peut pas être publié avant d’être corrigé.',
    unread: 'Un fichier de textes ne peut pas être lu : rien ne peut être comparé avant qu’il soit corrigé.',
  },
  compare: 'Comparer le fichier à la version publiée',

  draftTitle: 'Publier les fichiers',
  draftLead:
    'Ce que les fichiers contiennent à cet instant, à côté de ce qui est publié. Rien ne change avant que vous ne publiiez.',
  onlyFlow: (flow: string): string => `Seul le parcours ${flow} ; les autres restent comme ils sont.`,
  allFlows: 'Voir tous les parcours',
  byHand: 'Un démarrage ne publie rien de lui-même (FLOWS_PUBLISH=by_hand).',
  byStart:
    'Un démarrage publie les fichiers de lui-même, sauf après un retour en arrière (FLOWS_PUBLISH=start).',
  replaced: (n: number): string =>
    `Ces fichiers étaient l’édition ${n}, remplacée depuis. Vérifiez qu’ils ne sont pas simplement anciens.`,
  nothingTitle: 'Rien à publier',
  nothing:
    'Les fichiers sont ce qui est publié. Corrigez un fichier YAML ou un texte, puis revenez : la différence et son effet paraîtront ici.',
  correctTitle: 'À corriger d’abord',
  correctLead: (n: number): string =>
    `${many(n, 'Une chose empêche', `${n} choses empêchent`)} de publier. Rien n’est changé : les conversations continuent avec ce qui est publié.`,
  lookAtTitle: 'À regarder',
  lookAtLead: 'Ceci n’empêche pas de publier.',
  noFindings: 'Le vérificateur n’a rien trouvé à corriger.',
  atStep: (step: string): string => `étape ${step}`,
  effectTitle: 'Effet sur les conversations en cours',
  effectNone: 'Aucune conversation en cours n’est touchée.',
  effect: (running: string, move: string, pinned: string, n: Plural): string =>
    `${running} en cours : ${move} ${many(n.move, 'passe', 'passent')} à la nouvelle version, ${pinned} ${many(n.pinned, 'finit d’abord sa question', 'finissent d’abord leur question')} dans l’ancienne.`,
  effectEnd: (end: string, n: number): string =>
    `${end} ${many(n, 'prend', 'prennent')} fin, faute d’une version encore lisible.`,
  flow: 'Parcours',
  change: 'Changement',
  running: 'En cours',
  move: 'Passent',
  pinned: 'Finissent d’abord',
  end: 'Prennent fin',
  changesTitle: 'Ce qui change',
  publishTitle: 'Publier',
  why: 'Pourquoi',
  whyHint: 'Une phrase pour vos collègues, sans nom de personne. Elle reste dans l’historique.',
  whyWrong: 'Écrivez de 3 à 300 caractères.',
  publish: 'Publier',
  publishOne: (flow: string): string => `Publier ${flow}`,
  seeEffect: 'Voir l’effet et publier',
  undoHint: 'Vous pourrez revenir à l’édition d’avant, depuis l’historique.',
  readOnly: 'Votre rôle permet de regarder, pas de publier.',
  refusals: {
    changed: 'Rien n’a été publié : les fichiers ont changé, ou quelqu’un d’autre a publié entre-temps.',
    nothing_new: 'Rien n’a été publié : c’est déjà ce qui est publié.',
    flows_broken: 'Rien n’a été publié : il y a quelque chose à corriger.',
  } as Readonly<Record<string, string>>,
  refused: 'Rien n’a été publié.',
  lookAgain: 'Voici ce qui serait publié maintenant. Regardez à nouveau avant de décider.',
  lastEdition: (n: number, who: string, when: string): string =>
    `Dernière édition : ${n}, par ${who}, ${when}.`,
  flashes: {
    published: 'Publié. Les conversations en cours suivent à leur prochain message.',
    back: 'Vous êtes revenu à cette édition, publiée comme la plus récente.',
  },

  compareTitle: (flow: string): string => `Comparer : ${flow}`,
  compareFiles: 'La version publiée, et ce que contiennent les fichiers.',
  compareEdition: (n: number): string => `La version publiée, et celle de l’édition ${n}.`,
  identical: 'Aucune différence',
  identicalWhat: 'Structure, textes et commentaires sont les mêmes.',
  commentsOnly:
    'Seuls des commentaires ou la mise en page du fichier diffèrent : pour les conversations rien ne change, et il n’y a rien à publier.',
  unread: 'Les fautes du fichier cachent ses étapes : seuls ses lignes et ses textes sont comparés.',
  unreadable: 'Un fichier de textes ne peut pas être lu : il n’y a rien à comparer avant qu’il soit corrigé.',
  isNew: 'Tout est nouveau : ce parcours n’est pas publié.',
  isGone: 'Ce parcours serait retiré.',
  headerTitle: 'Réglages du parcours',
  stepsTitle: 'Étapes',
  stepsSum: (gone: number, fresh: number, changed: number): string =>
    `${fresh} ${many(fresh, 'ajoutée', 'ajoutées')}, ${gone} ${many(gone, 'retirée', 'retirées')}, ${changed} ${many(changed, 'changée', 'changées')}`,
  stepKinds: { new: 'ajoutée', gone: 'retirée', changed: 'changée', moved: 'déplacée' },
  fates: {
    moves: 'Qui se trouve à cette étape passe à la nouvelle version.',
    asked_anew: 'Qui s’y trouve passe à la nouvelle version, et on lui pose d’abord la question.',
    pinned: 'Qui s’y trouve finit cette étape comme elle était, puis rejoint la nouvelle version.',
  },
  wordsTitle: 'Textes',
  wordsIn: (language: string, n: number): string => `${language} : ${n} ${many(n, 'texte', 'textes')}`,
  before: 'Avant',
  after: 'Après',
  none: '(rien)',
  linesTitle: 'Lignes du fichier YAML',
  linesOf: (flow: string): string => `Lignes changées de ${flow}.yaml`,
  toDraft: '← Les fichiers',
  toEdition: (n: number): string => `← Édition ${n}`,
  toFlow: 'Carte du parcours',

  editionsTitle: 'Historique des éditions',
  editionsLead:
    'Chaque publication est une édition. Revenir à l’une d’elles en publie une nouvelle : rien n’est effacé.',
  edition: 'Édition',
  when: 'Quand',
  who: 'Qui',
  noWhy: '–',
  changed: 'Ce qui a changé',
  changesOf: (n: number): string => `${n} parcours`,
  current: 'publiée',
  cameBack: (n: number): string => `retour à l’édition ${n}`,
  someone: 'un compte supprimé',
  noEditionsTitle: 'Aucune édition',
  noEditions: 'Rien n’a encore été publié. Le premier démarrage publie les fichiers.',
  editionTitle: (n: number): string => `Édition ${n}`,
  editionBy: (who: string, when: string): string => `Publiée par ${who}, ${when}.`,
  changedWith: 'Ce que cette édition a changé',
  isCurrent: 'C’est ce qui est publié.',
  undo: (n: number): string => `Une erreur ? Revenir à l’édition ${n}`,
  flowsTitle: 'Ses parcours, comparés à ce qui est publié',
  backTitle: 'Revenir à cette édition',
  backLead: (n: number): string =>
    `Ce que l’édition ${n} contenait sera publié à nouveau, comme nouvelle édition.`,
  backButton: (n: number): string => `Revenir à l’édition ${n}`,
  backSame: 'Cette édition contient exactement ce qui est publié : il n’y a pas à y revenir.',
  backWhat: 'Après un retour, un démarrage ne publie plus les fichiers de lui-même : quelqu’un le décide.',
  notFoundTitle: 'Introuvable',
  notFound: 'Cette édition ou ce parcours n’existe pas, ou plus.',
};

export type PublishingTexts = typeof PUBLISHING_FR;
