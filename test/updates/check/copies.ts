import { type Chance, below, filled, pick, type Published } from './corpus.ts';
import { ALTERATIONS } from './alterations.ts';
import type { Family } from './family.ts';
import { bambaraSpelling, MANGLINGS } from './manglings.ts';
import type { Statement } from '../../../src/capabilities/updates/log/ports.ts';

/** A message somebody might send on, and what must be said of it. */
export interface Copy {
  text: string;
  /** What it is: `authentic`, or the reason why it must not be called so. */
  truth: 'authentic' | 'altered' | 'superseded' | 'withdrawn' | 'other' | 'short';
  /** What was done to it, for the table of confusions. */
  how: string;
  number: string;
}

/** Shares of 1: as a tipline would hardly see them, but every kind often enough to be counted. */
const MIX = [
  ['authentic', 0.45],
  ['altered', 0.35],
  ['superseded', 0.06],
  ['withdrawn', 0.05],
  ['other', 0.06],
  ['short', 0.03],
] as const;

export function copies(family: Family, of: Published, count: number, chance: Chance): Copy[] {
  const made: Copy[] = [];
  for (let tries = 0; made.length < count && tries < count * 10; tries++) {
    const copy = one(family, of, chance);
    if (copy !== undefined) made.push(copy);
  }
  return made;
}

function one(family: Family, of: Published, chance: Chance): Copy | undefined {
  const truth = drawn(chance);
  if (truth === 'other')
    return {
      text: Array.from({ length: 1 + below(chance, 3) }, () =>
        filled(pick(chance, family.others), family, chance),
      ).join(' '),
      truth,
      how: 'another text',
      number: '',
    };
  if (truth === 'short') {
    const { words: text, number } = textOf(pick(chance, of.current), chance);
    const all = text.split(/\s+/u);
    const from = below(chance, all.length - 5);
    return {
      text: all.slice(from, from + 2 + below(chance, 3)).join(' '),
      truth,
      how: 'a few words',
      number,
    };
  }
  if (truth === 'superseded') {
    const [before] = pick(chance, of.former);
    const { words, wrap, number } = textOf(before, chance, 'fr');
    return { ...mangled(wrap(words), family, chance, false), truth, number };
  }
  const { words, wrap, number, lang } = textOf(
    pick(chance, truth === 'withdrawn' ? of.withdrawn : of.current),
    chance,
  );
  if (truth !== 'altered')
    return { ...mangled(wrap(spelt(words, lang, chance)), family, chance, true), truth, number };
  const alteration = pick(
    chance,
    ALTERATIONS.filter((each) => each.lang === undefined || each.lang === lang),
  );
  const text = alteration.around === true ? wrap(words) : words;
  const changed = alteration.run(text, chance, family);
  if (changed === undefined || changed === text) return undefined;
  const altered = alteration.around === true ? changed : wrap(spelt(changed, lang, chance));
  // No cut: it might take the change away again.
  const { text: sent } = mangled(altered, family, chance, false);
  return { text: sent, truth, how: alteration.name, number };
}

function drawn(chance: Chance): Copy['truth'] {
  let left = chance();
  for (const [truth, share] of MIX) {
    if (left < share) return truth;
    left -= share;
  }
  return 'authentic';
}

/** As it leaves us: the words alone, or with what stands around them in a talk, with their number and address or without. */
function textOf({ number, content, publisher }: Statement, chance: Chance, only?: string) {
  const lang = only ?? (content.texts['bm'] !== undefined && chance() < 0.4 ? 'bm' : 'fr');
  const { title = '', first = '', second = '' } = content.texts[lang] ?? {};
  const parts = [title, first, ...(second === '' ? [] : [second])];
  const how = chance();
  const words = (how < 0.8 ? parts : how < 0.9 ? parts.slice(1) : [title, first]).join('\n\n');
  const foot = `Source : ${content.source.title}\n${number} https://benkan.example/updates/${number}`;
  const head = content.tier === 'official_text' ? 'Texte officiel' : 'Deux sources indépendantes';
  const wrap = (core: string): string => {
    if (how < 0.4 || how >= 0.8) return core;
    if (how < 0.6) return `${core}\n\n${foot}`;
    return `${head}\n${number} : ${core}\n\nPayé par : ${content.funding}\n${publisher.name}`;
  };
  return { words, wrap, number, lang };
}

/** One to three things that happen to a message on its way, in the order in which they can. */
function mangled(text: string, family: Family, chance: Chance, mayCut: boolean): Pick<Copy, 'text' | 'how'> {
  const allowed = MANGLINGS.filter(({ cuts }) => mayCut || cuts === undefined);
  const all = new Set(Array.from({ length: 1 + below(chance, 3) }, () => pick(chance, allowed)));
  // What is cut twice is no message any more.
  const cut = [...all].filter(({ cuts }) => cuts === true).slice(0, 1);
  const order = MANGLINGS.filter((each) => all.has(each) && (each.cuts === undefined || cut.includes(each)));
  let sent = text;
  for (const mangling of order) sent = mangling.run(sent, chance, family);
  return { text: sent, how: (cut[0] ?? order.at(-1))?.name ?? '' };
}

/** What is written in Bambara is often spelt on a French keyboard. */
const spelt = (words: string, lang: string, chance: Chance): string =>
  lang === 'bm' && chance() < 0.5 ? bambaraSpelling(words, chance) : words;
