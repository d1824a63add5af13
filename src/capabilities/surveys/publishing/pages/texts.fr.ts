/** Words of the page on which results are published, in French. */
export const PUBLISHING_FR = {
  link: 'Publier les résultats',
  title: (survey: string): string => `Publier : ${survey}`,
  lead: 'Ce que tout le monde pourra lire, sans compte. Une personne propose, une autre vérifie et publie.',
  back: '← Ce sondage',
  now: 'Lu par tout le monde',
  nothingYet: 'Rien n’est publié de ce sondage.',
  isOut: (edition: string, day: string): string =>
    `L’édition ${edition}, publiée le ${day}, est sur les pages publiques.`,
  wasOut: (edition: string, day: string): string =>
    `L’édition ${edition} a été retirée le ${day}. La page publique le dit, sans aucun chiffre.`,
  see: 'Voir la page publique',
  withdraw: 'Retirer des pages publiques',
  withdrawHint: 'Chacun voit sous une minute que ces résultats ont été retirés. Une seule personne suffit.',
  waiting: 'En attente d’une deuxième personne',
  proposedBy: (name: string, day: string): string =>
    `Proposé par ${name}, le ${day}. Chiffres arrêtés à ce moment.`,
  someone: 'un compte supprimé',
  invented: 'une personne inventée (exemple)',
  publish: 'J’ai tout vérifié : publier',
  reject: 'Écarter cette proposition',
  own: 'Vous avez proposé ces chiffres : une autre personne doit les vérifier.',
  preview: 'Aperçu : exactement ce qui paraîtra',
  propose: 'Proposer ces résultats',
  proposeHint:
    'Les chiffres sont arrêtés au moment où vous proposez. Ils ne bougent plus, même si de nouvelles réponses arrivent.',
  rule: 'Parts seulement, nombres de personnes par dizaines, rien sur moins de 10 personnes, même par soustraction entre questions, langues ou éditions.',
  people: (n: string): string => `Au moins ${n} personnes`,
  obstacles: {
    too_few:
      'Il n’y a pas assez de réponses : il en faut au moins 30 à une question pour qu’un chiffre paraisse.',
    too_close:
      'Trop proche d’une édition déjà publiée : en les comparant, on pourrait retrouver moins de 10 personnes. Attendez d’autres réponses.',
    waits: 'Une proposition attend déjà. Publiez-la ou écartez-la d’abord.',
  },
  refusedTitle: 'Ce n’est pas fait',
  refused: {
    changed:
      'Entre-temps, quelqu’un d’autre a publié, écarté ou retiré ces résultats. Regardez où en sont les choses.',
    own_work: 'Vous avez proposé ces chiffres : une autre personne doit les publier.',
    same_hands:
      'Le compte qui a proposé ces chiffres et le vôtre sont passés par les mêmes mains : ce ne sont pas deux personnes.',
  },
  notFoundTitle: 'Introuvable',
  notFound: 'Ce sondage n’existe pas, ou plus.',
  flashes: {
    proposed: 'Proposé. Une autre personne peut maintenant vérifier et publier.',
    published: 'Publié. Tout le monde peut lire ces résultats.',
    rejected: 'La proposition est écartée.',
    withdrawn: 'Retiré des pages publiques.',
  },
};

export type PublishingTexts = typeof PUBLISHING_FR;
