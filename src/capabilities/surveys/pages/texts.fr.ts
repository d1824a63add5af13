const many = (n: number, one: string, more: string): string => (n < 2 ? one : more);

/** Words of the survey pages, in French. */
export const SURVEYS_FR = {
  menu: 'Sondages',
  about: 'Les réponses aux micro-sondages : nombres, parts, graphiques.',
  listLead: 'Ce que les personnes répondent aux micro-sondages, sur tous les canaux.',
  noSurveyTitle: 'Aucun sondage',
  noSurvey: 'Un sondage est un parcours qui porte une ligne « survey: ». Ajoutez-en un aux parcours.',
  emptyTitle: 'Aucune réponse pour l’instant',
  empty:
    'Les résultats paraissent ici dès la première réponse. Pour essayer : ouvrez la discussion web, donnez votre accord, puis écrivez « sondage ».',
  openChat: 'Ouvrir la discussion web',
  notFoundTitle: 'Introuvable',
  notFound: 'Ce sondage ou cette question n’existe pas, ou plus.',
  survey: 'Sondage',
  started: 'Participants',
  startedOf: (count: string, n: number): string => `${count} ${many(n, 'participant', 'participants')}`,
  completeOf: (count: string, n: number): string => `${count} ${many(n, 'allé au bout', 'allés au bout')}`,
  lastDayOf: (day: string): string => `Dernière réponse : ${day}`,
  complete: 'Allés au bout',
  lastDay: 'Dernière réponse',
  shared: 'Sur un téléphone partagé',
  readShared:
    '« Sur un téléphone partagé » : plusieurs personnes y écrivent, chacune compte pour elle-même ; quelqu’un a pu lire par-dessus l’épaule.',
  none: 'aucune',
  back: '← Tous les sondages',
  method:
    'Échantillon volontaire, sans pondération : les parts décrivent les personnes qui ont répondu, pas la population. Une personne compte une fois, avec sa dernière réponse, sur tous les canaux.',
  howToRead: 'Comment lire',
  readBase: 'La base d’une question, ce sont les personnes qui ont répondu ; les parts se rapportent à elle.',
  readUnanswered:
    '« Sans réponse » : la question n’a pas été posée, atteinte ou comprise. « Ne sait pas » et « refus » sont des réponses.',
  readHidden:
    'Un nombre de 1 à 4 pourrait désigner quelqu’un : il s’affiche « < 5 ». « Masqué » cache ce qui permettrait de le retrouver par soustraction. Sous 5 réponses, toute la question est masquée.',
  answer: 'Réponse',
  region: 'Région',
  count: 'Nombre',
  first: 'Placé premier',
  meanPlace: 'Rang moyen',
  several: 'Plusieurs réponses possibles : une personne compte dans chacune des siennes.',
  order:
    'Rang moyen : 1 est le plus haut. Ce qu’une personne n’a pas classé partage les rangs qui lui restent.',
  share: 'Part',
  base: 'Base',
  baseOf: (count: string, n: number): string => `Base : ${count} ${many(n, 'personne', 'personnes')}`,
  /** `missing`: answers still needed before numbers are shown. */
  tooFew: (missing: number): string =>
    `Encore ${missing} ${many(missing, 'réponse', 'réponses')} et les nombres s’affichent : à moins de 5, on pourrait reconnaître quelqu’un.`,
  unanswered: 'Sans réponse',
  unansweredOf: (count: string): string => `Sans réponse : ${count}`,
  masked: 'masqué',
  fromTo: (low: string, high: string): string => `${low} à ${high}`,
  fromUnder: (low: string, high: string): string => `${low} à moins de ${high}`,
  rehearsal:
    'Essai sur une machine de développement : les petits nombres ne sont pas masqués. En campagne, un nombre de 1 à 4 personnes ne s’affiche pas.',
  past: 'Question d’une version antérieure',
  askedOtherwise:
    'La question de ce nom a changé : elle avait un autre type ou d’autres choix. Ces réponses ne se comptent pas avec les autres.',
  min: 'Minimum',
  median: 'Médiane',
  mean: 'Moyenne',
  max: 'Maximum',
  readTexts: 'Lire les réponses',
  textsClosed: 'Votre rôle voit le nombre de réponses libres, pas leur texte.',
  hear: 'Écouter les réponses',
  see: 'Voir les photos',
  filesClosed: 'Votre rôle voit le nombre de réponses, pas les voix ni les photos.',
  filesLead:
    'Le jour le plus récent d’abord ; dans un jour, l’ordre ne dit rien. Chaque écoute est notée au journal. Voix et photos s’effacent après 30 jours, les transcriptions restent.',
  filesOf: (count: string, n: number): string => `${count} ${many(n, 'réponse', 'réponses')}`,
  listen: 'Écouter et transcrire',
  look: 'Voir la photo',
  seconds: (count: string): string => `${count} s`,
  notTranscribed: 'pas encore transcrit',
  notThere: 'pas encore arrivé, illisible ou déjà effacé',
  neverShown: 'Ces réponses désignent des personnes : elles restent scellées et ne sont jamais montrées.',
  textsLead:
    'Le jour le plus récent d’abord ; dans un jour, l’ordre ne dit rien. Ne recopiez rien qui désigne une personne.',
  textsOf: (count: string, n: number): string => `${count} ${many(n, 'réponse libre', 'réponses libres')}`,
  languages: { fr: 'français', bm: 'bambara' } as Readonly<Record<string, string>>,
  unreadable: 'illisible : la clé n’existe plus',
  cross: {
    link: 'Par région',
    lead: 'Ce que répondent les personnes de chaque région, là où ce sondage demande où elles vivent.',
    back: '← Ce sondage',
  },
  regional: {
    menu: 'Sondages de mes régions',
    about: 'Ce que les personnes de vos régions répondent aux micro-sondages.',
    lead: 'Un sondage qui demande où l’on vit se lit région par région.',
    noneTitle: 'Rien à lire pour l’instant',
    none: 'Aucun sondage ne demande où vivent les personnes.',
    noRegion: 'Votre compte n’a pas de région. Une personne de l’administration peut vous en donner.',
    title: (survey: string, region: string): string => `${survey} · ${region}`,
    back: '← Sondages de mes régions',
    emptyTitle: 'Aucune réponse de cette région',
    empty: 'Les résultats paraissent ici quand des personnes de cette région ont répondu.',
    baseOf: (count: string, n: number): string =>
      `Base des lignes montrées : ${count} ${many(n, 'personne', 'personnes')}`,
    readWhose:
      'Comptent les personnes qui ont nommé cette région dans ce sondage. Une personne compte une fois, avec sa dernière réponse.',
    readBase:
      'Les parts se rapportent aux lignes qui sont montrées. Combien de personnes ont répondu en tout n’est pas dit : la différence nommerait les lignes cachées.',
    readHidden:
      '« Masqué » : de 1 à 4 personnes, ou un nombre qui permettrait d’en retrouver un si petit, ici, dans une autre région ou dans l’ensemble du pays.',
  },
  csv: 'Tableau en CSV',
  previous: 'Page précédente',
  next: 'Page suivante',
  pages: 'Pages',
  pageOf: (page: string, pages: string): string => `Page ${page} sur ${pages}`,
};

export type SurveyTexts = typeof SURVEYS_FR;
