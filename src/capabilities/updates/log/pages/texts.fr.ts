/** Words of the page about the signed log, in French. */
export const LOG_FR = {
  title: 'Journal des publications',
  lead: 'Tout ce qui est publié, corrigé ou retiré est signé et inscrit ici, dans l’ordre. Rien ne s’en efface, et changer une seule lettre se voit.',
  back: 'Toutes les nouvelles',
  whole: (entries: string): string =>
    `Le journal est entier : ${entries} inscriptions, toutes signées par l’éditeur, et chaque nouvelle publiée y correspond.`,
  none: 'Rien n’est encore publié. Le journal commence avec la première nouvelle.',
  checkedAt: 'Vérifié le',
  head: 'Dernière inscription',
  headAdvice:
    'Notez cette ligne ailleurs, sur papier ou par message : qui la garde remarque si la fin du journal est coupée.',
  key: 'Clé qui signe maintenant',
  broken: (where: string, what: string): string => `Le journal n’est plus entier. ${where} : ${what}.`,
  entry: (seq: string): string => `Inscription ${seq}`,
  brokenAdvice:
    'Ne publie plus rien. Préviens qui exploite la machine : quelqu’un a écrit dans la base de données sans passer par Benkan. La page publique de vérification le dit déjà pour ce qui est touché.',
  check: 'Vérifier maintenant',
  files: 'Pour vérifier sans nous',
  file: 'Tout le journal (fichier)',
  keys: 'Les clés publiques',
  publicPage: 'Page publique de vérification',
  proof: 'Preuve de cette version (fichier)',
  proofTitle: 'Signature',
  proofText: 'Cette version est signée et inscrite dans le journal des publications.',
  need: (): string => 'journal des publications qui n’est plus entier',
  damages: {
    unreadable: 'ce n’est plus une inscription',
    misplaced: 'elle n’est pas à sa place, ou une manque avant elle',
    unlinked: 'elle ne suit pas celle d’avant',
    edited: 'elle a été changée',
    unknown_key: 'elle est signée d’une clé qui n’est pas la nôtre',
    old_key: 'elle est signée d’une clé déjà remplacée',
    unsigned: 'sa signature n’est pas la nôtre',
    one_person: 'la même personne l’a écrite et vérifiée',
    twice: 'la même version y est deux fois',
    cut_off: 'elle et toutes celles d’après manquent',
    another_log: 'ce n’est pas le journal dont la fin avait été notée',
    head: 'la fin notée à côté du journal n’est pas la sienne',
    item_differs: 'la nouvelle gardée ne dit pas ce qui a été signé',
    item_unlogged: 'elle est marquée comme publiée et ne l’a jamais été',
    item_gone: 'elle a été publiée et n’est plus là',
  },
};

export type LogTexts = typeof LOG_FR;
