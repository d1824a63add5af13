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
const regionNames = new Set(REGION_NAMES.map(([name]) => name));
/**
 * Regions and cercles together, so that the nearest name wins whichever it is. A cercle's name that is its region's stays
 * out, and the numbered communes of Bamako: one letter makes another number. */
const near = new ClosePhrases(
  [
    ...REGION_NAMES,
    ...CERCLE_NAMES.filter(([name, place]) => !regionNames.has(name) && place.region !== 'bamako'),
  ],
  asNames,
);
const nearCercles = new ClosePhrases(CERCLE_NAMES, asNames);

const exactRegion: Find = (name) => regions.find(name);
const exactCercle: Find = (name) => cercles.find(name);
const nearest: Find = (name) => near.find(name);
const nearestCercle: Find = (name) => nearCercles.find(name);

const REGIONS_FIRST = [exactRegion, exactCercle, nearest];
const CERCLES_FIRST = [exactCercle, nearestCercle, exactRegion];

/** "je suis à …", "cercle de …", *n bɛ … la*, *… marabolo*. */
function withoutFrame(utterance: Typed): { name: Typed; level: 'any' | 'cercle' } {
  const name = utterance.safe.replace(BEFORE, '').replace(AFTER, '');
  if (name === '' || name === utterance.safe) return { name: utterance, level: 'any' };
  return { name: new Typed(name), level: CERCLE.test(utterance.safe) ? 'cercle' : 'any' };
}

const BEFORE =
  /^(?:(?:je suis|jhabite|j habite|je vis|nous sommes|n be|ne be|a|au|dans|vers|de|du|la|le|region|cercle|commune(?= (?:rurale|urbaine|de|du) )|rurale|urbaine|ville|mali) )+/u;
const AFTER = /(?: (?:la|ra|na|mara|marabolo|serikili|cercle|region|dugu|duguba|ville|mali))+$/u;
const CERCLE = /\b(?:cercle|serikili)\b/u;
