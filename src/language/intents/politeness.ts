/**
 * The utterance without what is said around any request ("bonjour", "je veux voir …", "… s'il vous plaît", *… sabali*),
 * and a word said again ("stop stop"). Takes and gives safe folding. A sentence keeps its other words, and so stays a
 * sentence.
 */
export function plainly(safe: string): string {
  const words = safe.split(' ');
  let [from, to] = [0, words.length];
  for (let said = AFTER.endingAt(words, to); said > 0 && said < to; said = AFTER.endingAt(words, to))
    to -= said;
  for (let said = BEFORE.beginningAt(words, from, to); said > 0; said = BEFORE.beginningAt(words, from, to))
    from += said;
  if (from + 2 === to && isArticle(words[from]) && (words[from + 1] ?? '').length >= 4) from += 1;
  const [first = '', ...others] = words.slice(from, to);
  return others.every((word) => word === first) ? first : words.slice(from, to).join(' ');
}

const PLEASE = [
  ...[
    's il vous plait',
    'sil vous plait',
    's il te plait',
    'sil te plait',
    'silvouplait',
    'svp',
    'stp',
    'please',
  ],
  ...['sabali', 'hake to'],
];
const THANKS = ['merci'];
const GREETING = ['bonjour', 'bonsoir', 'salut', 'bjr', 'bsr', 'slt', 'i ni ce', 'i ni sogoma', 'aw ni ce'];
const WISH = [
  ...[
    'je veux',
    'je veu',
    'je ve',
    'jveux',
    'jveu',
    'je voudrais',
    'je voudrai',
    'je souhaite',
    'je demande',
  ],
  ...['on veut', 'nous voulons', 'merci de', 'n ba fe ka'],
];
const SHOW = [
  ...['voir', 'afficher', 'affiche', 'affichez', 'montre moi', 'montrez moi', 'montre', 'montrez'],
  ...['donne moi', 'donnez moi', 'donnez nous', 'liste des', 'la liste des'],
];
const NOW = ['maintenant', 'immediatement', 'tout de suite', 'vite', 'sisan'];
const WHOM = ['monsieur', 'madame', 'mr', 'mme', 'chef', 'mon frere', 'ma soeur', 'les amis', 'deh', 'de'];

/** Phrases looked for at one end of an utterance, so that most sentences are left alone after one look. */
class Phrases {
  readonly #phrases: ReadonlySet<string>;
  readonly #firsts: ReadonlySet<string>;
  readonly #lasts: ReadonlySet<string>;
  readonly #longest: number;

  constructor(...lists: readonly (readonly string[])[]) {
    const phrases = lists.flat();
    const words = phrases.map((phrase) => phrase.split(' '));
    this.#phrases = new Set(phrases);
    this.#firsts = new Set(words.map((each) => each[0] ?? ''));
    this.#lasts = new Set(words.map((each) => each.at(-1) ?? ''));
    this.#longest = Math.max(...words.map((each) => each.length));
  }

  /** Words of the longest phrase that ends before `to`; 0 where none does. */
  endingAt(words: readonly string[], to: number): number {
    if (!this.#lasts.has(words[to - 1] ?? '')) return 0;
    for (let count = Math.min(this.#longest, to); count > 0; count--)
      if (this.#phrases.has(words.slice(to - count, to).join(' '))) return count;
    return 0;
  }

  /** Words of the longest phrase that begins at `from`, and leaves a word before `to`. */
  beginningAt(words: readonly string[], from: number, to: number): number {
    if (!this.#firsts.has(words[from] ?? '')) return 0;
    for (let count = Math.min(this.#longest, to - from - 1); count > 0; count--)
      if (this.#phrases.has(words.slice(from, from + count).join(' '))) return count;
    return 0;
  }
}

const isArticle = (word = ''): boolean => /^(?:les?|la|une?|des|du)$/u.test(word);
const BEFORE = new Phrases(PLEASE, GREETING, WISH, SHOW);
const AFTER = new Phrases(PLEASE, THANKS, NOW, WHOM);
