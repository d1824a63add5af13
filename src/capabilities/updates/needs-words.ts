import { inLangs } from '../../web/kit/index.ts';

/** What waits about items of news, without the number. */
export const UPDATE_NEEDS = inLangs(
  {
    submitted: (n: number): string => (n === 1 ? 'nouvelle à vérifier' : 'nouvelles à vérifier'),
    verified: (n: number): string =>
      n === 1 ? 'nouvelle vérifiée, à publier' : 'nouvelles vérifiées, à publier',
    stale: (n: number): string =>
      n === 1
        ? 'nouvelle publiée à revoir : son jour est passé'
        : 'nouvelles publiées à revoir : leur jour est passé',
    staleFilter: 'À revoir',
  },
  {
    submitted: (n) => (n === 1 ? 'item of news to verify' : 'items of news to verify'),
    verified: (n) => (n === 1 ? 'verified item to publish' : 'verified items to publish'),
    stale: (n) =>
      n === 1 ? 'published item past its day of review' : 'published items past their day of review',
    staleFilter: 'To review',
  },
);
