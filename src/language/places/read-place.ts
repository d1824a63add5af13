import type { Told } from '../../domain/how.ts';
import type { Place } from '../../domain/place.ts';
import { Typed, typed } from '../folding/typed.ts';
import { Spellings } from '../matching/spellings.ts';
import type { Match } from '../types.ts';
import { readCommuneOfBamako } from './bamako.ts';
import { CERCLE_NAMES, COMMUNE_NAMES, REGION_NAMES } from './gazetteer.ts';
import { NearestNames } from './nearest.ts';

/**
 * A region, cercle or commune as typed, with one or two typing errors. Where a region and its own cercle share a name,
 * the region is meant unless "cercle" is said: it claims no more than the person did.
 */
export function readPlace(text: string, told?: Told): Match<Place> {
  const utterance = typed(text);
  if (utterance.tooLong || utterance.exact === '') return { kind: 'none' };
  // "Commune" frames a name elsewhere, and is half of the name in Bamako.
  const inBamako = bamako(utterance);
  if (inBamako.kind !== 'none') {
    told?.({ by: 'digit' });
    return inBamako;
  }
  const { name, level } = withoutFrame(utterance);
  for (const names of level === 'cercle' ? CERCLES_FIRST : REGIONS_FIRST) {
    const found = names.find(name, told);
    if (found.kind !== 'none') return found;
  }
  return { kind: 'none' };
}

/** A shorter commune is near too many words. */
const MIN_COMMUNE = 6;

interface Names {
  find(name: Typed, told?: Told): Match<Place>;
}

const regions = new Spellings(REGION_NAMES);
const cercles = new Spellings(CERCLE_NAMES);
const communes = new Spellings(COMMUNE_NAMES);
const regionNames = new Set(REGION_NAMES.map(([name]) => name));
/** Regions and cercles together, so that the nearest name wins whichever it is; but no cercle's name that is its region's. */
const near = new NearestNames([...REGION_NAMES, ...CERCLE_NAMES.filter(([name]) => !regionNames.has(name))]);
const nearCercles = new NearestNames(CERCLE_NAMES);
const nearCommunes = new NearestNames(COMMUNE_NAMES.filter(([name]) => name.length >= MIN_COMMUNE));

const REGIONS_FIRST: readonly Names[] = [regions, cercles, communes, near, nearCommunes];
const CERCLES_FIRST: readonly Names[] = [cercles, nearCercles, regions];

function bamako({ safe }: Typed): Match<Place> {
  const place = readCommuneOfBamako(safe);
  return place === undefined ? { kind: 'none' } : { kind: 'one', value: place };
}

/** "je suis à …", "cercle de …", *n bɛ … la*, *… marabolo*. */
function withoutFrame(utterance: Typed): { name: Typed; level: 'any' | 'cercle' } {
  const name = utterance.safe.replace(BEFORE, '').replace(AFTER, '');
  if (name === '' || name === utterance.safe) return { name: utterance, level: 'any' };
  return { name: new Typed(name), level: CERCLE.test(utterance.safe) ? 'cercle' : 'any' };
}

const BEFORE =
  /^(?:(?:je suis|je viens|cest|c est|moi|nous habitons|quartier|jhabite|j habite|je vis|nous sommes|n be|ne be|a|au|dans|vers|de|du|la|le|region|cercle|commune(?= (?:rurale|urbaine|de|du) )|rurale|urbaine|ville|mali) )+/u;
const AFTER = /(?: (?:la|ra|na|mara|marabolo|serikili|cercle|region|dugu|duguba|ville|mali))+$/u;
const CERCLE = /\b(?:cercle|serikili)\b/u;
