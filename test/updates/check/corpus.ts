import { REGION_LIST, CERCLE_LIST } from '../../../src/language/index.ts';
import type { LogEntry, PublicLog, Statement } from '../../../src/capabilities/updates/log/ports.ts';
import type { UpdateContent } from '../../../src/capabilities/updates/model/content.ts';
import { seededChance } from '../../../src/domain/seeded-chance.ts';
import type { Family } from './family.ts';

export type Chance = () => number;
export const chanceOf = seededChance;
export const pick = <T>(chance: Chance, all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T;
export const below = (chance: Chance, most: number): number => Math.floor(chance() * most);

export const PLACES = [...REGION_LIST, ...CERCLE_LIST].map(({ name }) => name);
export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'octobre',
  'novembre',
];

const MAX_TITLE = 80;
const MAX_PARAGRAPH = 300;

/** A sentence with its places filled, each anew. */
export const filled = (sentence: string, family: Family, chance: Chance): string =>
  sentence.replaceAll(/\{(\w+)\}/gu, (_, slot: string) => {
    if (slot === 'n') return String(2 + below(chance, chance() < 0.3 ? 4000 : 90));
    if (slot === 'day') return `${String(1 + below(chance, 28))} ${pick(chance, MONTHS)}`;
    if (slot === 'place') return pick(chance, PLACES);
    return pick(chance, slot === 'name' ? family.names : family.bodies);
  });

const sentence = (all: readonly string[], family: Family, chance: Chance, most: number): string => {
  for (;;) {
    const words = filled(pick(chance, all), family, chance);
    if (words.length <= most) return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  }
};

/** Two sentences where they go into one paragraph. */
const paragraph = (all: readonly string[], family: Family, chance: Chance): string => {
  const words = [1, 2].map(() => sentence(all, family, chance, MAX_PARAGRAPH)).join(' ');
  return words.length <= MAX_PARAGRAPH ? words : sentence(all, family, chance, MAX_PARAGRAPH);
};

export function content(family: Family, chance: Chance): UpdateContent {
  const day = `2026-${String(1 + below(chance, 10)).padStart(2, '0')}-${String(1 + below(chance, 28)).padStart(2, '0')}`;
  const text = (titles: readonly string[], sentences: readonly string[]) => ({
    title: sentence(titles, family, chance, MAX_TITLE),
    first: paragraph(sentences, family, chance),
    second: chance() < 0.7 ? paragraph(sentences, family, chance) : '',
    audio: '',
  });
  const made = {
    ...{ date: day, place: 'mali', theme: 'accord', tier: pick(chance, ['official_text', 'two_sources']) },
    texts: {
      fr: text(family.titles, family.sentences),
      ...(chance() < 0.6 && { bm: text(family.bm.titles, family.bm.sentences) }),
    },
    source: {
      title: `Communiqué n° ${String(below(chance, 900))}`,
      url: `https://example.org/c/${String(below(chance, 9e6))}`,
      sha256: '',
    },
    ...{ funding: 'Fonds de la campagne', reviewBy: '2027-01-01' },
  };
  return made as unknown as UpdateContent;
}

export interface Published {
  log: Pick<PublicLog, 'after' | 'of'>;
  current: readonly Statement[];
  /** A version that was corrected, and the newest one. */
  former: readonly (readonly [Statement, Statement])[];
  withdrawn: readonly Statement[];
}

/** A log of so many items; one in ten was corrected, one in twenty withdrawn. */
export function published(family: Family, items: number, chance: Chance): Published {
  const all: Statement[] = [];
  const [current, former, withdrawn]: [Statement[], [Statement, Statement][], Statement[]] = [[], [], []];
  for (let n = 1; n <= items; n++) {
    const first = statement(n, 1, 'published', content(family, chance));
    all.push(first);
    const fate = chance();
    if (fate < 0.1) {
      const second = statement(n, 2, 'corrected', corrected(first.content, family, chance));
      all.push(second);
      former.push([first, second]);
      current.push(second);
    } else if (fate < 0.15) {
      all.push({ ...first, kind: 'withdrawn', reason: 'erreur' });
      withdrawn.push(first);
    } else current.push(first);
  }
  return { log: logOf(all), current, former, withdrawn };
}

/** As a correction mostly is: one sentence says something else. */
function corrected(before: UpdateContent, family: Family, chance: Chance): UpdateContent {
  const { fr } = before.texts;
  if (fr === undefined) return before;
  return {
    ...before,
    texts: { ...before.texts, fr: { ...fr, first: paragraph(family.sentences, family, chance) } },
  };
}

const statement = (n: number, version: number, kind: Statement['kind'], of: UpdateContent): Statement => ({
  ...{ v: 1, kind, version, content: of, reason: null, author: 'a', verifier: 'b' },
  number: `ML-2026-${String(n).padStart(4, '0')}`,
  at: new Date(Date.UTC(2026, 0, 1) + n * 1_800_000 + version * 1000).toISOString().replace(/\.\d+/u, ''),
  publisher: { id: 'benkan', name: 'Mission Paix' },
});

/** A log in memory. */
export function logOf(statements: readonly Statement[]): Pick<PublicLog, 'after' | 'of'> {
  const entries: LogEntry[] = statements.map((each, at) => ({
    ...{ seq: at + 1, prev: '', hash: String(at + 1), key: '', signature: '', demo: false },
    statement: each,
  }));
  const byNumber = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const { number } = entry.statement;
    byNumber.set(number, [...(byNumber.get(number) ?? []), entry]);
  }
  return {
    after: async (seq, limit, demo = false) => (demo ? [] : entries.slice(seq, seq + limit)),
    of: async (number) => byNumber.get(number) ?? [],
  };
}
