/** What the public page of activities and its calendar file say. */
export const AGENDA_FR = {
  menu: 'Agenda',
  title: 'Les activités à venir',
  lead: 'Ce que des volontaires préparent pour la paix, et les fêtes du pays.',
  about: 'Les activités des volontaires de Benkan : quand, où, et comment participer.',
  none: 'Aucune activité n’est annoncée pour le moment.',
  join: 'Pour participer, écris « activités » à Benkan.',
  exact: 'Le lieu exact n’est dit qu’aux personnes qui ont une place.',
  file: 'Mettre dans mon calendrier (.ics)',
  fileHint: 'L’adresse de ce fichier peut aussi être suivie par un calendrier : il se met à jour tout seul.',
  at: (day: string, time: string): string => `${day}, ${time}`,
  age: (years: string): string => `Dès ${years} ans`,
  states: { open: 'Ouvert', full: 'Complet', closed: 'Inscriptions closes', cancelled: 'Annulée' },
  demo: 'Exemple',
  days: 'Fêtes et jours du pays',
  expected: 'date attendue, la lune décide',
};
