/** What the pages of verification say, besides the words of tiers and facts (`public/words.fr.ts`) and of the check. */
export const VERIFY_FR = {
  menu: 'Vérifier',
  title: 'Est-ce vraiment de nous ?',
  about: 'Colle un message reçu : est-il publié ici, et a-t-il été changé ?',
  lead: 'Colle le message que tu as reçu, ou écris son numéro. On te dit s’il a été publié ici, et si un mot a changé.',
  words: 'Le message ou son numéro',
  wordsHint: 'Par exemple ML-2026-0042, ou tout le texte.',
  picture: 'Ou une image',
  check: 'Vérifier',
  notKept: 'Rien de ce que tu envoies n’est gardé.',
  again: 'Vérifier autre chose',
  ask: 'Poser la question à une personne',
  read: 'Lire cette nouvelle',
  answer: 'Réponse',
  item: (number: string): string => `Vérification de ${number}`,
  unknown: {
    title: 'Ce numéro n’a pas été publié ici',
    text: 'Personne n’a publié ce numéro ici. Cela ne veut pas dire que c’est faux : regarde s’il est bien écrit, ou colle le texte.',
  },
  states: {
    valid: (publisher: string): string =>
      `Oui, cette nouvelle est publiée par ${publisher}. C’est la version qui vaut aujourd’hui.`,
    corrected: (publisher: string): string =>
      `Ce texte venait de ${publisher}, mais il est ancien. Il a été corrigé depuis.`,
    withdrawn: (publisher: string): string =>
      `Ce texte venait de ${publisher}. Il a été retiré, ne le partage plus.`,
    broken:
      'Ne te fie pas à cette page : ce qui est gardé ici ne correspond plus à sa signature. L’équipe en est avertie.',
  },
  newer: (version: string): string => `Lire la version ${version}, qui vaut aujourd’hui`,
  older: (version: string): string => `Voir la version ${version}`,
  demo: 'Ceci est un exemple pour essayer. Ce n’est pas une vraie publication.',
  proof: {
    title: 'La preuve',
    text: 'Chaque version est signée et inscrite dans un journal public. Changer une seule lettre se voit.',
    at: 'Inscrite le',
    place: 'Place dans le journal',
    hash: 'Empreinte',
    key: 'Clé',
    signature: 'Signature',
    hands: 'Écrite par une personne, vérifiée par une autre.',
    file: 'Télécharger la preuve',
    keys: 'Les clés de l’éditeur',
    log: 'Tout le journal',
    offline: 'Avec ce fichier, « benkan verify » vérifie tout sans connexion.',
  },
  qr: {
    title: 'Montrer cette page',
    text: 'Scanne ce carré avec un téléphone : il ouvre cette page.',
    alt: (address: string): string => `Code QR qui mène à ${address}`,
  },
};
