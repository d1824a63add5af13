import { readDate } from '../dates/read-date.ts';
import { detectLanguage } from '../detection/detect-language.ts';
import { readWriting } from '../detection/read-writing.ts';
import { intentReader } from '../intents/read-intent.ts';
import { readYesNo } from '../intents/yes-no.ts';
import { readNumber } from '../numbers/read-number.ts';
import { readPlace } from '../places/read-place.ts';
import type { Case, Kind } from './cases.ts';

export interface Speed {
  what: string;
  n: number;
  microseconds: number;
}

/** Long enough for the compiler to have made up its mind. */
const WARM_UP = 30;
/** The quickest of so many: what else the machine does only adds. */
const RUNS = 10;
const NS_PER_US = 1000;

/** The median time each kind of message takes to be understood; `clock` counts nanoseconds. */
export function medianMicroseconds(cases: readonly Case[], clock: () => number): Speed[] {
  const inputs = (kind: Kind): string[] => cases.filter((one) => one.kind === kind).map(({ input }) => input);
  return [
    measured('intent', inputs('intent'), (text) => intentReader.intent(text), clock),
    measured('yes or no', inputs('intent'), readYesNo, clock),
    measured('number', inputs('number'), (text) => readNumber(text, 'fr'), clock),
    measured('place', inputs('place'), readPlace, clock),
    measured('date', inputs('date'), (text) => readDate(text, { today: '2026-11-21' }), clock),
    measured('language', inputs('language'), detectLanguage, clock),
  ];
}

/** The same of whole sentences: to know that each is no command, and in what language it is. */
export const sentenceMicroseconds = (sentences: readonly string[], clock: () => number): Speed[] => [
  measured('sentence: no command', sentences, (text) => intentReader.intent(text), clock),
  measured('sentence: not understood', sentences, (text) => readWriting(text, 'fr'), clock),
];

function measured(
  what: string,
  inputs: readonly string[],
  read: (text: string) => unknown,
  clock: () => number,
): Speed {
  for (let round = 0; round < WARM_UP; round++) for (const input of inputs) read(input);
  const best = inputs.map(() => Infinity);
  for (let run = 0; run < RUNS; run++)
    for (const [index, input] of inputs.entries()) {
      const start = clock();
      read(input);
      best[index] = Math.min(best[index] ?? Infinity, clock() - start);
    }
  const sorted = best.toSorted((a, b) => a - b);
  return { what, n: inputs.length, microseconds: (sorted[sorted.length >> 1] ?? 0) / NS_PER_US };
}
