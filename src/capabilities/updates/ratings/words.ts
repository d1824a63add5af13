import { inLangs } from '../../../web/kit/index.ts';
import { FEWEST } from './figures.ts';

/** Words of an item's ratings on its staff page. */
export const RATING_WORDS = inLangs(
  {
    title: 'Avis des lecteurs',
    none: 'Personne ne l’a encore notée.',
    few: `Trop peu d’avis pour les montrer : il en faut ${FEWEST} d’accord, ou aucun.`,
    useful: 'Utile',
    not: 'Pas utile',
    share: 'Part d’utile',
    all: 'Tous',
    lang: 'Langue',
    region: 'Région',
    unknown: 'Région inconnue',
    hidden: 'masqué',
    note: `Masqué : moins de ${FEWEST} personnes, ou une ligne qui permettrait de les retrouver.`,
  },
  {
    title: 'What readers say',
    none: 'Nobody has rated it yet.',
    few: `Too few ratings to show: ${FEWEST} who agree are needed, or none.`,
    useful: 'Useful',
    not: 'Not useful',
    share: 'Share of useful',
    all: 'All',
    lang: 'Language',
    region: 'Region',
    unknown: 'Region unknown',
    hidden: 'hidden',
    note: `Hidden: fewer than ${FEWEST} people, or a line by which they could be found.`,
  },
);
