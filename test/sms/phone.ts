import type { Handed } from './rules.ts';

/** A message of ours as it stands on a phone: one SMS, or several that it joined. */
export interface Shown {
  text: string;
  labels: string[];
}

/** A line that offers something: what is typed for it, and its label, which may begin with that itself. */
function offerIn(line: string): { typed: string; label: string } | undefined {
  const [, typed, label = line] = /^(\d{1,4})(?!\d)(?:\. (.+))?/.exec(line) ?? [];
  return typed === undefined ? undefined : { typed, label };
}

/** A phone of keys: it shows words, and a person types an answer. */
export class Phone {
  readonly number: string;
  blocked = false;
  readonly received: Handed[] = [];
  readonly #brings: (from: Phone, text: string, id: string) => void;
  #said = 0;

  constructor(n: number, brings: (from: Phone, text: string, id: string) => void) {
    this.number = `+223700${String(n).padStart(5, '0')}`;
    this.#brings = brings;
  }

  says(text: string): void {
    this.#said += 1;
    this.#brings(this, text, `in-${this.number.slice(1)}-${this.#said}`);
  }

  /** Types what stands before this label on the newest message that has it. */
  types(label: string): void {
    for (const { text } of this.received.toReversed()) {
      const found = text
        .split('\n')
        .map(offerIn)
        .find((offer) => offer?.label === label);
      if (found) {
        this.says(found.typed);
        return;
      }
    }
    throw new Error(`Nothing on this phone is labelled ${label}.`);
  }

  /** What came, with the numbered parts of long messages put together as their reader does, once all are there. */
  get shown(): Shown[] {
    const whole: string[] = [];
    let parts: string[] = [];
    for (const { text } of this.received) {
      const [, n, of, rest] = /^(\d{1,2})\/(\d{1,2}) ([^]*)$/.exec(text) ?? [];
      if (n === undefined || rest === undefined) whole.push(text);
      else parts = n === '1' ? [rest] : [...parts, rest];
      if (n !== undefined && n === of) whole.push(parts.join(GLUE));
    }
    return whole.map((text) => {
      const lines = text.split('\n');
      const from = lines.findLastIndex((line) => offerIn(line) === undefined) + 1;
      return {
        text: lines.slice(0, from).join('\n'),
        labels: lines.slice(from).flatMap((line) => offerIn(line)?.label ?? []),
      };
    });
  }
}

/** Words were cut between two parts; whether at a space or a line no reader can tell. */
export const GLUE = ' ';
