import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { refusal } from '../domain/faults.ts';
import { deed } from '../conversation/rehearsal/deed.ts';
import type { Transcript } from '../conversation/rehearsal/transcript/transcript.ts';

const DEEDS = ['say', 'tap', 'send', 'wait', 'give_back'] as const;

/** In place of a call's answer: it does not work. */
export const FAILS = 'fails';
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const record = z.record(z.string(), value);
const calls = z.record(z.string(), z.union([value, record, z.array(record)]));

const said = z.union([z.string(), z.record(z.string(), z.string())]);
/** What must follow a deed, kind by kind or, with `then`, in order; see {@link Expected}. */
const follows = {
  says: z.array(said).optional(),
  saved: record.optional(),
  events: z.array(z.string()).optional(),
  then: z
    .array(
      z.union(
        [
          z.strictObject({ says: z.union([z.array(said), said]) }),
          z.strictObject({ saved: record }),
          z.strictObject({ does: z.string() }),
          z.strictObject({ event: z.string() }),
        ],
        'must be one of says, saved, does, event',
      ),
    )
    .optional(),
  offers: z.array(z.string()).optional(),
  /** What calls answer from here on. */
  calls: calls.optional(),
};

const transcript = z.strictObject({
  title: z.string(),
  lang: z.string(),
  calls: calls.optional(),
  talk: z.array(z.looseObject(follows)).min(1),
  end: z.enum(['done', 'waiting']),
});

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

type Entry = Transcript['talk'][number];

function readEntry(entry: Record<string, unknown> & Entry, where: string): Entry {
  const { says, saved, events, then, offers, calls, ...rest } = entry;
  if (then && (says ?? saved ?? events))
    throw refusal('bad_transcript', `${where}: then stands in the place of says, saved and events; use one.`);
  const expected = {
    ...(says && { says }),
    ...(saved && { saved }),
    ...(events && { events }),
    ...(then && { then }),
    ...(offers && { offers }),
    ...(calls && { calls }),
  };
  if (Object.keys(rest).length === 0) return expected;
  const done = deed.safeParse(rest);
  if (!done.success)
    throw refusal(
      'bad_transcript',
      `${where}: expected one of ${DEEDS.join(', ')}; see docs/writing-flows.md.`,
    );
  return { deed: done.data, ...expected };
}
