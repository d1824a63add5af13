import { Document, isCollection, isScalar, visit } from 'yaml';
import type { CallValue } from '../../../engine/types.ts';
import type { Deed } from '../deed.ts';
import type { Expected } from './observed.ts';

/** What calls answer in this talk, by name: {@link FAILS}, a value, or the fields of a record that differ. */
export type GivenCalls = Readonly<Record<string, CallValue>>;

/** An author's test: a talk and what must follow each thing the person does. The first entry has no deed: the flow begins. */
export interface Transcript {
  title: string;
  lang: string;
  calls?: GivenCalls | undefined;
  /** `calls` are what calls answer from this entry on. */
  talk: (Expected & { deed?: Deed; calls?: GivenCalls | undefined })[];
  end: 'done' | 'waiting';
  /** Where each entry and the end stand in the file it was read from. */
  lines?: { talk: number[]; end: number };
}

/** The test of what was just said, as an author would write it: one line for each thing that must follow. */
export function writeTranscript({ title, lang, talk, end }: Transcript): string {
  const entries = talk.map(({ deed: done, ...expected }) => ({ ...(done && written(done)), ...expected }));
  const document = new Document([{ title, lang, talk: entries, end }]);
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && IN_ONE_LINE.has(key.value) && isCollection(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: LINE_WIDTH, singleQuote: true });
}

const LINE_WIDTH = 110;
const IN_ONE_LINE: ReadonlySet<unknown> = new Set(['says', 'saved', 'events', 'offers']);

function written(done: Deed): Record<string, string> {
  if (!('wait' in done)) return done;
  const minutes = Math.round(done.wait / 60_000);
  return { wait: minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m` };
}
