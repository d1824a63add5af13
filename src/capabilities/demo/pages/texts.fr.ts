import type { DemoState } from '../campaign/record.ts';

/** The words of the demonstration's pages, in French. */
export const DEMO_FR = {
  title: 'Démonstration',
  lead: 'Une campagne inventée de trois mois, pour découvrir chaque page avant que les vraies réponses arrivent.',
  offerTitle: 'Découvrir avec des données inventées',
  what: 'Quelque 300 personnes inventées répondent au sondage, lisent les nouvelles et s’inscrivent aux activités, en français et en bamanankan. Rien n’est envoyé à qui que ce soit.',
  undo: 'Chaque page rappelle qu’elles sont inventées ; tout s’efface en une fois, et le reste n’est pas touché.',
  load: 'Charger la campagne de démonstration',
  again: 'Recommencer le chargement',
  clear: 'Effacer la démonstration',
  clearTitle: 'Effacer',
  clearWhat:
    'Les personnes inventées, leurs réponses, leurs inscriptions et tout ce qui a été publié pour elles disparaissent. Les vraies données restent telles quelles.',
  production:
    'Cette installation est en production : la démonstration ne s’y charge pas depuis cette page. Si ce n’est pas une vraie campagne : benkan demo load --yes-this-is-not-live.',
  realPeople: (n: number): string =>
    n === 1
      ? 'Une vraie personne a déjà écrit ici. Ses données ne seront pas touchées, mais les chiffres se mélangeront.'
      : `${String(n)} vraies personnes ont déjà écrit ici. Leurs données ne seront pas touchées, mais les chiffres se mélangeront.`,
  notLive: 'Ce n’est pas une vraie campagne : charger quand même',
  progress: 'Avancement',
  refresh: 'Cette page se met à jour toute seule.',
  look: 'Actualiser',
  toOverview: 'Voir la vue d’ensemble',
  states: {
    none: 'Aucune démonstration n’est chargée.',
    loading: 'La démonstration se charge',
    loaded: 'La démonstration est chargée.',
    clearing: 'La démonstration s’efface',
    interrupted: 'Le chargement a été interrompu : une partie de la démonstration est là.',
  } satisfies Record<DemoState, string> as Readonly<Record<DemoState, string>>,
  underWay: (state: string, percent: number): string => `${state} : ${String(percent)} %`,
  notices: {
    none: '',
    loading: 'Données de démonstration : elles se chargent en ce moment.',
    loaded: 'Données de démonstration : ces personnes et leurs réponses sont inventées.',
    clearing: 'Données de démonstration : elles s’effacent en ce moment.',
    interrupted: 'Données de démonstration, incomplètes : le chargement a été interrompu.',
  } satisfies Record<DemoState, string> as Readonly<Record<DemoState, string>>,
  seeProgress: 'Voir où ça en est',
  refusals: {
    demo_loaded: 'La démonstration est déjà chargée.',
    demo_busy: 'Un chargement ou un effacement est déjà en cours.',
    demo_live: 'De vraies personnes ont écrit ici : cochez la case pour confirmer.',
  },
};

export type DemoTexts = typeof DEMO_FR;
