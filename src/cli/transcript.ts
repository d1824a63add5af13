import { Document, isCollection, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { refusal } from '../domain/faults.ts';
import type { CallValue, Value } from '../engine/types.ts';
import type { Line } from './rehearsal.ts';
import { type Deed, deed } from './script.ts';

/** What must follow a deed: names of texts (`merci`; of another file `bot/resume`), what is kept, what else happens. */
const follows = {
  says: z.array(z.string()).optional(),
  saved: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  events: z.array(z.string()).optional(),
};
const IN_ONE_LINE: ReadonlySet<unknown> = new Set(['says', 'saved', 'events']);
const LINE_WIDTH = 110;
const DEEDS = ['say', 'tap', 'send', 'wait'] as const;

/** In place of a call's answer: it does not work. */
export const FAILS = 'fails';
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const record = z.record(z.string(), value);
const calls = z.record(z.string(), z.union([value, record, z.array(record)]));

const transcript = z.strictObject({
  title: z.string(),
  lang: z.string(),
  calls: calls.optional(),
  talk: z.array(z.looseObject(follows)).min(1),
  end: z.enum(['done', 'waiting']),
});

export interface Expected {
  says?: string[] | undefined;
  saved?: Record<string, Value> | undefined;
  events?: string[] | undefined;
}

/** What calls answer in this talk, by name: {@link FAILS}, a value, or the fields of a record that differ. */
export type GivenCalls = Readonly<Record<string, CallValue>>;

/** An author's test: a talk and what must follow each thing the person does. The first entry has no deed: the flow begins. */
export interface Transcript {
  title: string;
  lang: string;
  calls?: GivenCalls | undefined;
  talk: (Expected & { deed?: Deed })[];
  end: 'done' | 'waiting';
  /** Where each entry and the end stand in the file it was read from. */
  lines?: { talk: number[]; end: number };
}

/** Reads a `*.test.yaml`; throws a refusal that names the entry that is wrong. */
export function readTranscripts(text: string, file: string): Transcript[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const fault = document.errors[0];
  if (fault)
    throw refusal(
      'bad_transcript',
      `${file}:${fault.linePos?.[0].line ?? 1}: ${fault.code}; correct the YAML.`,
    );
  const read = z.array(transcript).safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw refusal(
      'bad_transcript',
      `${file}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}; see docs/writing-flows.md.`,
    );
  }
  const lineOf = (path: readonly unknown[]): number => {
    const node = document.getIn(path, true);
    return isNode(node) && node.range ? lineCounter.linePos(node.range[0]).line : 1;
  };
  return read.data.map((each, nth) => ({
    ...each,
    talk: each.talk.map((entry, at) => readEntry(entry, `${file}: ${each.title}, entry ${at + 1}`)),
    lines: { talk: each.talk.map((_, at) => lineOf([nth, 'talk', at])), end: lineOf([nth, 'end']) },
  }));
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

/** What these lines say, save and order, in the words of a transcript of `flow`. */
export function observed(lines: readonly Line[], flow: string): Expected {
  const says = lines.flatMap((line) => ('out' in line ? [nameOf(line.out, flow)] : []));
  const saved = Object.assign({}, ...lines.map((line) => ('saved' in line ? line.saved : {}))) as Record<
    string,
    Value
  >;
  const events = lines.flatMap((line) => ('event' in line ? [line.event.kind] : []));
  return {
    ...(says.length > 0 && { says }),
    ...(Object.keys(saved).length > 0 && { saved }),
    ...(events.length > 0 && { events }),
  };
}

const nameOf = (out: { flow: string; key: string }, flow: string): string =>
  out.flow === flow ? out.key : `${out.flow}/${out.key}`;

function readEntry(entry: Record<string, unknown> & Expected, where: string): Transcript['talk'][number] {
  const { says, saved, events, ...rest } = entry;
  const expected = { ...(says && { says }), ...(saved && { saved }), ...(events && { events }) };
  if (Object.keys(rest).length === 0) return expected;
  const done = deed.safeParse(rest);
  if (!done.success)
    throw refusal(
      'bad_transcript',
      `${where}: expected one of ${DEEDS.join(', ')}; see docs/writing-flows.md.`,
    );
  return { deed: done.data, ...expected };
}

function written(done: Deed): Record<string, string> {
  if (!('wait' in done)) return done;
  const minutes = Math.round(done.wait / 60_000);
  return { wait: minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m` };
}
