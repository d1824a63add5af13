import type { Audience } from '../../src/capabilities/audiences/index.ts';

export const REGIONS = ['gao', 'kayes', 'mopti', 'segou', 'sikasso', 'tombouctou', 'kidal', 'bamako'];

const inRegion = (...regions: string[]): Audience => ({ field: 'region', in: regions });
const femmes: Audience = { field: 'sex', in: ['femme'] };
const young: Audience = { field: 'age', in: ['15-17', '18-24'] };
const speaksBm: Audience = { field: 'lang', in: ['bm'] };
const lately: Audience = { field: 'active', in: ['30'] };
const reads: Audience = { field: 'theme', in: ['accord', 'charte'] };

/** As staff might put them together, from one term to thirty-two, with their names. */
export const EXPRESSIONS: readonly (readonly [name: string, of: Audience])[] = [
  ['everybody', { all: [] }],
  ['one language', speaksBm],
  ['one region', inRegion('gao')],
  ['three regions', inRegion('gao', 'kidal', 'tombouctou')],
  ['one cercle', { field: 'cercle', in: ['mopti/deux'] }],
  ['women of a region', { all: [inRegion('segou'), femmes] }],
  ['young women who speak Bambara', { all: [femmes, young, speaksBm] }],
  ['not on Telegram', { not: { field: 'channel', in: ['telegram'] } }],
  ['wrote within thirty days', lately],
  ['asked for news of the accord or the charter', reads],
  ['an answer, and not another', { all: [answered('eau:oui'), { not: answered('route:oui') }] }],
  ['a group, or young', { any: [{ field: 'group', in: ['jeunes'] }, young] }],
  ['neither of two regions, lately', { all: [{ not: inRegion('gao', 'mopti') }, lately] }],
  [
    'three levels',
    { any: [{ all: [femmes, { not: young }] }, { all: [reads, { not: { any: [lately] } }] }] },
  ],
  ['thirty-two terms', { any: REGIONS.map(four) }],
];

function answered(answer: string): Audience {
  return { field: 'answer', in: [answer] };
}

function four(region: string): Audience {
  return { all: [inRegion(region), femmes, { not: young }, lately] };
}
