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
    submitted: (n) => (n === 1 ? 'update to verify' : 'updates to verify'),
    verified: (n) => (n === 1 ? 'verified update to publish' : 'verified updates to publish'),
    stale: (n) =>
      n === 1 ? 'published update past its review day' : 'published updates past their review day',
    staleFilter: 'Review due',
  },
);
