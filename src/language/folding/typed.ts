import { foldFrenchLike, foldSafe, foldTones } from './fold.ts';
import { tidy, withoutEdges } from './tidy.ts';

/** No command, label, number or place is longer; beyond this nothing is folded. */
const MAX_UTTERANCE = 200;

/** One typed message at every level of folding, each computed when first asked for. */
export class Typed {
  readonly text: string;
  #tidy?: string;
  #exact?: string;
  #toneless?: string;
  #safe?: string;
  #frenchLike?: string;
  #joined?: string;

  constructor(text: string) {
    this.text = text.length > MAX_UTTERANCE * 2 ? text.slice(0, MAX_UTTERANCE * 2) : text;
  }

  /** With its punctuation, for numbers (`-1`, `12.0`). */
  get tidy(): string {
    return (this.#tidy ??= tidy(this.text));
  }
  get exact(): string {
    return (this.#exact ??= withoutEdges(this.tidy));
  }
  get toneless(): string {
    return (this.#toneless ??= foldTones(this.exact));
  }
  get safe(): string {
    return (this.#safe ??= foldSafe(this.exact));
  }
  get frenchLike(): string {
    return (this.#frenchLike ??= foldFrenchLike(this.safe));
  }
  /** Without its spaces (*adabila*, *inice*), then folded: "les sms" run together has its two s in one word. */
  get joined(): string {
    return (this.#joined ??= this.safe.includes(' ')
      ? foldFrenchLike(this.safe.replaceAll(' ', ''))
      : this.frenchLike);
  }
  /** How many words it has, as far as its spaces tell; nothing is folded for it. */
  get words(): number {
    let words = 1;
    for (let at = this.exact.indexOf(' '); at !== -1; at = this.exact.indexOf(' ', at + 1)) words++;
    return words;
  }
  get tooLong(): boolean {
    return this.exact.length > MAX_UTTERANCE;
  }
}

let last = new Typed('');

/** The message at its levels. A turn reads the same text for intents, options and places: the last one is kept. */
export function typed(text: string): Typed {
  if (last.text !== text) last = new Typed(text);
  return last;
}
