import type { Place } from '../../domain/place.ts';
import { Typed, typed } from '../folding/typed.ts';
import { asNames, ClosePhrases } from '../matching/close.ts';
import { Spellings } from '../matching/spellings.ts';
import type { Match } from '../types.ts';
import { CERCLE_NAMES, REGION_NAMES } from './gazetteer.ts';

/**
 * A region, cercle or commune as typed, with one or two typing errors. Where a region and its own cercle share a name,
 * the region is meant unless "cercle" is said: it claims no more than the person did.
 */
export function readPlace(text: string): Match<Place> {
  const utterance = typed(text);
  if (utterance.tooLong || utterance.exact === '') return { kind: 'none' };
  const { name, level } = withoutFrame(utterance);
  for (const find of level === 'cercle' ? CERCLES_FIRST : REGIONS_FIRST) {
    const found = find(name);
    if (found.kind !== 'none') return found;
  }
  return { kind: 'none' };
}

type Find = (name: Typed) => Match<Place>;

const regions = new Spellings(REGION_NAMES);
const cercles = new Spellings(CERCLE_NAMES);
const folded = (names: readonly (readonly [string, Place])[]) =>
  names.map(([name, place]) => [new Typed(name).frenchLike, place] as const);
/** Regions and cercles together, so that the nearest name wins whichever it is; a cercle named like its region stays out. */
const near = new ClosePhrases(
  folded([...REGION_NAMES, ...CERCLE_NAMES.filter(([, place]) => !isNamesake(place))]),
  asNames,
);
const nearCercles = new ClosePhrases(folded(CERCLE_NAMES), asNames);

const exactRegion: Find = (name) => regions.find(name);
const exactCercle: Find = (name) => cercles.find(name);
const nearest: Find = (name) => near.find(name.frenchLike);
const nearestCercle: Find = (name) => nearCercles.find(name.frenchLike);

const REGIONS_FIRST = [exactRegion, exactCercle, nearest];
const CERCLES_FIRST = [exactCercle, nearestCercle, exactRegion];

function isNamesake(place: Place): boolean {
  return place.slug === `${place.region}/${place.region}`;
}

/** "je suis à …", "cercle de …", *n bɛ … la*, *… marabolo*. */
function withoutFrame(utterance: Typed): { name: Typed; level: 'any' | 'cercle' } {
  const name = utterance.safe.replace(BEFORE, '').replace(AFTER, '');
  if (name === '' || name === utterance.safe) return { name: utterance, level: 'any' };
  return { name: new Typed(name), level: CERCLE.test(utterance.safe) ? 'cercle' : 'any' };
}

const BEFORE =
  /^(?:(?:je suis|jhabite|j habite|je vis|nous sommes|n be|ne be|a|au|dans|vers|de|du|la|le|region|cercle|commune(?= (?:rurale|urbaine|de|du))|rurale|urbaine|ville|mali) )+/u;
const AFTER = /(?: (?:la|ra|na|mara|marabolo|serikili|cercle|region|dugu|duguba|ville|mali))+$/u;
const CERCLE = /\b(?:cercle|serikili)\b/u;
