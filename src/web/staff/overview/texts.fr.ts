import type { Need } from '../need.ts';

/** Words of the overview, in French. */
export const OVERVIEW_FR = {
  title: 'Vue d’ensemble',
  lead: (name: string) => `Bonjour ${name}.`,
  waits: 'Ce qui attend',
  nothing: 'Rien n’attend pour l’instant.',
  levels: {
    red: 'Urgent',
    amber: 'À faire',
    calm: 'À savoir',
  } satisfies Record<Need['level'], string> as Readonly<Record<Need['level'], string>>,
  asOf: (time: string) => `Compté à ${time}.`,
  unread:
    'Une partie de ce qui attend n’a pas pu être comptée. Rechargez la page dans un instant ; si cela dure, prévenez l’administration.',
  pages: 'Les pages',
  emptyTitle: 'Rien à faire ici pour l’instant',
  empty:
    'Votre rôle n’ouvre encore aucune page. Une personne de l’administration peut vous en donner un autre.',
};

export type OverviewTexts = typeof OVERVIEW_FR;
