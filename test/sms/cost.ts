import { type Fitted, smsOf, type Writing } from '../../src/channels/sms/fit.ts';
import { sizeOf } from '../../src/channels/sms/gsm.ts';
import { answeringAs } from '../../src/cli/flows-test/given-calls.ts';
import { transcriptsOf } from '../../src/cli/flows-test/transcripts-of.ts';
import type { Transcript } from '../../src/conversation/rehearsal/transcript/transcript.ts';
import { pack } from '../../src/conversation/pack.ts';
import { type Line, rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { profileFor, shipped } from '../flows/shipped.ts';

export const WRITINGS = {
  plain: { letters: 'plain', long: 'gateway', maxParts: 255 },
  exact: { letters: 'exact', long: 'gateway', maxParts: 255 },
  numbered: { letters: 'plain', long: 'numbered', maxParts: 255 },
} as const satisfies Record<string, Writing>;

/** What a talk costs by SMS. */
export interface Cost {
  flow: string;
  lang: string;
  /** SMS the person pays for. */
  said: number;
  /** SMS the campaign pays for, by how they are written. */
  parts: Record<keyof typeof WRITINGS, number>;
  /** The dearest message, plain. */
  dearest: number;
}

/** What the talks of the authors cost: of each flow and language the first, which goes its whole way. */
export async function costs(): Promise<Cost[]> {
  const all: Cost[] = [];
  for (const flow of shipped.set.flows.values())
    for (const lang of shipped.languages) {
      const first = transcriptsOf(flow).find((transcript) => transcript.lang === lang);
      if (first !== undefined) all.push(await costOf(flow.id, first));
    }
  return all;
}

async function costOf(flow: string, transcript: Transcript): Promise<Cost> {
  const { lang, talk } = transcript;
  const deps = shipped.deps(lang);
  let given = transcript.calls;
  const calls = answeringAs(deps.calls, () => given);
  const rehearsal = rehearse({ ...deps, calls }, profileFor(flow, lang));
  const messages: Message[] = [];
  for (const { deed, calls: more } of talk) {
    given = { ...given, ...more };
    messages.push(...messagesIn(deed ? await rehearsal.play(deed) : await rehearsal.begin(flow)));
  }
  const partsOf = (writing: Writing): number[] =>
    messages.map(({ text, choices }) => paid(smsOf(text, choices, writing)));
  const sum = (writing: Writing): number => partsOf(writing).reduce((all, one) => all + one, 0);
  const { plain, exact, numbered } = WRITINGS;
  return {
    ...{ flow, lang },
    said: talk.filter(({ deed }) => deed !== undefined && !('wait' in deed)).length,
    parts: { plain: sum(plain), exact: sum(exact), numbered: sum(numbered) },
    dearest: Math.max(0, ...partsOf(plain)),
  };
}

interface Message {
  text: string;
  choices: { label: string }[];
}

/** What of a turn leaves, as the conversation packs it. */
function messagesIn(lines: readonly Line[]): Message[] {
  const outs = lines.flatMap((line) => ('out' in line ? [line.out] : []));
  const texts = pack(outs.map(({ text }) => ({ text })));
  return texts.map(({ text }, at) => ({
    text,
    choices: at === texts.length - 1 ? (outs.at(-1)?.choices ?? []).map(({ label }) => ({ label })) : [],
  }));
}

const paid = (fitted: Fitted | undefined): number =>
  (fitted?.messages ?? []).reduce((sum, message) => sum + sizeOf(message).parts, 0);

/** As it stands in docs/sms.md: a line a flow, French / Bambara. */
export function tableOf(all: readonly Cost[]): string {
  const both = (flow: string, read: (cost: Cost) => number): string =>
    ['fr', 'bm']
      .flatMap((lang) => all.filter((cost) => cost.flow === flow && cost.lang === lang))
      .map((cost) => String(read(cost)))
      .join(' / ');
  const lines = [...new Set(all.map(({ flow }) => flow))]
    .sort()
    .map((flow) =>
      [
        flow,
        both(flow, ({ said }) => said),
        both(flow, ({ parts }) => parts.plain),
        both(flow, ({ parts }) => parts.numbered),
        both(flow, ({ parts }) => parts.exact),
        both(flow, ({ dearest }) => dearest),
      ].join(' | '),
    );
  const heading = [
    '| flow, each: French / Bambara | SMS the person sends | SMS the campaign sends | numbered by us | with every letter (`exact`) | dearest message |',
    '|---|---|---|---|---|---|',
  ];
  return [...heading, ...lines.map((line) => `| ${line} |`)].join('\n');
}
