import type { Audience } from '../model/audience.ts';
import { type Counts, EXCLUSIONS, type Scope } from '../ports.ts';
import { type Column, type Columns, FLAGS } from './columns.ts';
import { evaluator } from './evaluate.ts';
import { type ChannelRules, openSince } from '../members/reading-store.ts';

/** Rows looked at together: few enough to stay in the processor's cache, and for a talk to be answered in between. */
const CHUNK = 65_536;

/**
 * Counts an audience over the columns, exactly. A term costs one pass over one column; talks go on between the chunks.
 * @param today `YYYY-MM-DD`
 */
export async function count(
  columns: Columns,
  { of, scope, today }: { of: Audience; scope: Scope; today: string },
  rules: ChannelRules,
): Promise<Counts> {
  const { lang, channel, place } = columns.of;
  const wanted = evaluator(columns, within(of, scope), today, CHUNK);
  const why = whys(columns, rules, today);
  const sums = { lang: new Sums(lang), channel: new Sums(channel), place: new Sums(place) };
  const excluded = new Uint32Array(EXCLUSIONS.length + 1);
  for (let from = 0; from < columns.size; from += CHUNK) {
    const to = Math.min(from + CHUNK, columns.size);
    const matches = wanted(from, to);
    for (let at = from; at < to; at += 1) {
      if (matches[at - from] === 0) continue;
      const reason = why(at);
      excluded[reason] = (excluded[reason] ?? 0) + 1;
      if (reason !== REACHABLE) continue;
      for (const sum of [sums.lang, sums.channel, sums.place]) sum.add(at);
    }
    await new Promise(setImmediate);
  }
  const reachable = excluded[REACHABLE] ?? 0;
  const reasons = EXCLUSIONS.map((name, at) => [name, excluded[at] ?? 0] as const);
  return {
    matched: reasons.reduce((sum, [, n]) => sum + n, reachable),
    reachable,
    excluded: Object.fromEntries(reasons) as Counts['excluded'],
    byLang: sums.lang.by((word) => word),
    byChannel: sums.channel.by((word) => word),
    byRegion: sums.place.by((word) => word.split('/')[0] ?? ''),
  };
}

const REACHABLE = EXCLUSIONS.length;

const within = (of: Audience, { regions }: Scope): Audience =>
  regions === undefined
    ? of
    : { all: [of, regions.length === 0 ? { any: [] } : { field: 'region', in: [...regions] }] };

/** The first reason that holds, by its place among {@link EXCLUSIONS}. */
function whys(columns: Columns, { windowed, waiting }: ChannelRules, today: string): (at: number) => number {
  const { channel, active } = columns.of;
  const isWindowed = channel.codes.words.map((word) => windowed.includes(word));
  const waits = channel.codes.words.map((word) => waiting.includes(word));
  const isOpen = active.codes.words.map((day) => day >= openSince(today));
  return (at) => {
    const flags = columns.flags[at] ?? 0;
    if ((flags & FLAGS.stopped) !== 0) return EXCLUSIONS.indexOf('stopped');
    if ((flags & FLAGS.gone) !== 0) return EXCLUSIONS.indexOf('gone');
    if ((flags & FLAGS.unagreed) !== 0) return EXCLUSIONS.indexOf('no_consent');
    const by = channel.numbers[at] ?? 0;
    if (isWindowed[by] === true && isOpen[active.numbers[at] ?? 0] !== true)
      return EXCLUSIONS.indexOf('window');
    return waits[by] === true ? EXCLUSIONS.indexOf('waits') : REACHABLE;
  };
}

/** How many have each word of a column. */
class Sums {
  readonly #column: Column;
  readonly #sums: Uint32Array;

  constructor(column: Column) {
    this.#column = column;
    this.#sums = new Uint32Array(column.codes.words.length);
  }

  add(at: number): void {
    const code = this.#column.numbers[at] ?? 0;
    this.#sums[code] = (this.#sums[code] ?? 0) + 1;
  }

  by(name: (word: string) => string): Record<string, number> {
    const sums: Record<string, number> = {};
    this.#column.codes.words.forEach((word, code) => {
      const n = this.#sums[code] ?? 0;
      if (n > 0) sums[name(word)] = (sums[name(word)] ?? 0) + n;
    });
    return sums;
  }
}
