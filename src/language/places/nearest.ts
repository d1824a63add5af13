import type { Told } from '../../domain/how.ts';
import type { Place } from '../../domain/place.ts';
import type { Typed } from '../folding/typed.ts';
import { typingErrors } from '../matching/distance.ts';
import { toMatch } from '../matching/spellings.ts';
import type { Match } from '../types.ts';
import { placeSound } from './place-sound.ts';

/** Names of places that forgive typing errors, the first letter's too; compiled once. */
export class NearestNames {
  readonly #names: readonly Known[];

  constructor(names: Iterable<readonly [name: string, place: Place]>) {
    this.#names = [...names].map(([name, place]) => known(name, place));
  }

  /**
   * The nearest place. Several equally near ones, and one that is near only for want of letters (*hao*, *oti*), are
   * `many`, the likeliest first: they are asked. A name that begins as typed is nearer than one that does not.
   */
  find(utterance: Typed, told?: Told): Match<Place> {
    const found = this.#candidates(utterance);
    const [best] = found;
    if (best === undefined) return { kind: 'none' };
    told?.(best.errors === 0 ? { by: 'sound' } : { by: 'close', errors: best.errors });
    const equal = found.filter(
      ({ errors, sameStart }) => errors === best.errors && sameStart === best.sameStart,
    );
    const places = [...new Map(equal.map(({ place }) => [place.slug, place])).values()].slice(0, MAX_ASKED);
    return places.length === 1 && !best.isSure ? { kind: 'many', values: places } : toMatch(places);
  }

  /** The fewest errors first; then the first letter right, then the consonants. */
  #candidates(utterance: Typed): Candidate[] {
    const typed = typedName(utterance.safe);
    if (typed.written.length < MIN_TYPED || typed.written.length > MAX_TYPED) return [];
    return this.#names
      .flatMap((name) => compare(typed, name) ?? [])
      .sort(
        (a, b) =>
          a.errors - b.errors ||
          Number(b.sameStart) - Number(a.sameStart) ||
          Number(b.sameConsonants) - Number(a.sameConsonants),
      );
  }
}

/** Below three letters anything is near anything. */
const MIN_TYPED = 3;
/** The longest name is half as long. */
const MAX_TYPED = 40;
/** More buttons than that are no question. */
const MAX_ASKED = 5;
/** A second error only in a long name, as *Tonboktu*. */
const MIN_FOR_TWO = 7;

interface Known {
  written: string;
  heard: string;
  /** One bit a letter, of both forms. */
  letters: number;
  /** Of what is heard. */
  consonants: string;
  place: Place;
}

interface Candidate {
  place: Place;
  errors: number;
  sameStart: boolean;
  sameConsonants: boolean;
  isSure: boolean;
}

const NOWHERE: Place = { slug: '', name: '', region: '' };

function known(name: string, place: Place): Known {
  const { written, heard } = placeSound(name);
  const letters = lettersOf(written) | lettersOf(heard);
  return { written, heard, letters, consonants: consonantsOf(heard), place };
}

let last: { safe: string; typed: Known } | undefined;

/** The typed name, with its sound. One message is looked for among several names: the last one is kept. */
function typedName(safe: string): Known {
  if (last?.safe !== safe) last = { safe, typed: known(safe, NOWHERE) };
  return last.typed;
}

function compare(typed: Known, name: Known): Candidate | undefined {
  const shorter = Math.min(typed.written.length, name.written.length);
  const limit = shorter >= MIN_FOR_TWO ? 2 : 1;
  // Most names are another word altogether, and their letters tell.
  if (bits(typed.letters & ~name.letters) > limit + HEARD_OTHERWISE) return undefined;
  const errors =
    typed.heard === name.heard
      ? 0
      : Math.min(
          typingErrors(typed.written, name.written, limit) ?? Infinity,
          typingErrors(typed.heard, name.heard, limit) ?? Infinity,
        );
  if (errors > limit) return undefined;
  const sameStart = startsAs(typed.written, name.written) || startsAs(typed.heard, name.heard);
  if (errors === 2 && !sameStart) return undefined;
  const sameConsonants = typed.consonants === name.consonants;
  const isSure = shorter > 4 || (sameStart && (shorter === 4 || sameConsonants));
  return { place: name.place, errors, sameStart, sameConsonants, isSure };
}

/** Letters by which what is heard may differ from what is written. */
const HEARD_OTHERWISE = 1;

const lettersOf = (word: string): number => {
  let letters = 0;
  for (let index = 0; index < word.length; index++) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
};

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** With its first letter, or with that letter swapped or one too many before it. */
const startsAs = (typed: string, name: string): boolean =>
  typed[0] === name[0] ||
  (typed[0] === name[1] && typed[1] === name[0]) ||
  typed.slice(1, 3) === name.slice(0, 2);

const consonantsOf = (word: string): string => word.replace(/[aeiou]/gu, '');
