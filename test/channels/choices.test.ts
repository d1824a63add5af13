import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markupOf } from '../../src/channels/telegram/markup.ts';
import { render as onTerminal } from '../../src/channels/terminal/render.ts';
import { render as onWhatsappCloud } from '../../src/channels/whatsapp-cloud/render.ts';
import { render as onWhatsappWeb } from '../../src/channels/whatsapp-web/render.ts';
import { smsOf } from '../../src/channels/sms/fit.ts';
import { compose } from '../../src/conversation/compose.ts';
import { CHOICE_WAYS } from '../../src/domain/choice-limits.ts';
import type { Choice } from '../../src/domain/message.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { advance } from '../../src/engine/advance.ts';
import { compileFlows } from '../../src/engine/compile-flows.ts';
import type { FlowSet } from '../../src/engine/flow-set.ts';
import type { Advanced, EngineInput, Reply, Texts } from '../../src/engine/types.ts';
import { understanding } from '../../src/language/index.ts';

const RUNS = 60;

/** What stands on each line or button where choices are shown, in their order. */
const SHOWN: Readonly<Record<string, (choices: readonly Choice[]) => string[]>> = {
  telegram: (choices) => keysIn(markupOf({ ...MESSAGE, choices: [...choices] })),
  'whatsapp-cloud'(choices) {
    const body = onWhatsappCloud('Q', choices);
    return body.type === 'text' ? body.text.body.split('\n').slice(1) : titlesIn(body.interactive.action);
  },
  'whatsapp-web': (choices) => onWhatsappWeb('Q', choices, 'text')?.text.split('\n').slice(1) ?? [],
  'whatsapp-web, polls': (choices) => {
    const body = onWhatsappWeb('Q', choices, 'poll');
    return body?.options ?? body?.text.split('\n').slice(1) ?? [];
  },
  sms: (choices) => smsOf('Q', choices, WRITING)?.messages.join('\n').split('\n').slice(1) ?? [],
  terminal: (choices) =>
    onTerminal({ text: 'Q', choices: [...choices] })
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.slice(2)),
};
const MESSAGE = { id: 'm', address: '7', lane: 'reply', text: 'Q' } as const;
const WRITING = { letters: 'exact', long: 'gateway', maxParts: 255 } as const;

describe.each(Object.entries(SHOWN))('C7: choices on %s', (_name, shown) => {
  it('every label stands there whole and in order, and before it nothing but what may be typed for it', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { choices, labels } = open(asked);
        const lines = shown(choices);
        expect(lines).toHaveLength(labels.length);
        for (const [at, line] of lines.entries())
          expect([labels[at], `${choices[at]?.digits ?? ''}. ${labels[at] ?? ''}`]).toContain(line);
      }),
      { numRuns: RUNS, seed: 7 },
    );
  });
});

describe('C7: whatever shows them, a choice is also', () => {
  it('its place in the list, or its number on a scale, in digits of any script', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { choices, answerTo } = open(asked);
        for (const choice of choices) {
          const tapped = answerTo({ kind: 'choice', choice: keyOf(choice) });
          for (const typed of inAllDigits(choice.digits ?? '')) expect(answerTo(text(typed))).toEqual(tapped);
        }
      }),
      { numRuns: RUNS, seed: 8 },
    );
  });

  it('its label, and a spelling close to it', () => {
    fc.assert(
      fc.property(question, fc.boolean(), (asked, isLeftOut) => {
        const { choices, labels, answerTo } = open(asked);
        for (const [at, label] of labels.entries()) {
          const tapped = answerTo({ kind: 'choice', choice: keyOf(choices[at]) });
          expect(answerTo(text(label))).toEqual(tapped);
          expect(answerTo(text(label.toUpperCase()))).toEqual(tapped);
          if (!isWord(label)) continue;
          // Its last letter is left out, or another.
          const slip = label.slice(0, -1) + (isLeftOut ? '' : 'y');
          expect(answerTo(text(slip))).toEqual(tapped);
        }
      }),
      { numRuns: RUNS, seed: 9 },
    );
  });

  it('a button alone, where only a finger may press it: no digit stands beside it', () => {
    const { choices, answerTo } = open({
      type: 'choice',
      labels: ['Zamuvego', 'Pilovezu'],
      buttonOnly: true,
    });
    expect(choices.map(({ digits }) => digits)).toEqual([undefined, '2']);
    expect(SHOWN['telegram']?.(choices)).toEqual(['Zamuvego', '2. Pilovezu']);
    expect(answerTo(text('1'))).not.toEqual(answerTo({ kind: 'choice', choice: keyOf(choices[0]) }));
  });
});

describe('C7: the table of limits', () => {
  it('names a source for every way of every channel', () => {
    for (const way of CHOICE_WAYS) expect(way.source.length).toBeGreaterThan(20);
  });
});

interface Asked {
  type: 'choice' | 'multi' | 'rank' | 'yes_no' | 'scale';
  labels: readonly string[];
  /** The lowest step of a scale. */
  min?: number;
  ends?: boolean;
  buttonOnly?: boolean;
}

/** Words of no language: four syllables that differ from each other in more than a slip. */
const label = fc
  .array(fc.constantFrom('za', 'mu', 've', 'go', 'pi', 'lo', 'zu', 'me', 'po', 'vi'), {
    minLength: 4,
    maxLength: 4,
  })
  .map((syllables) => syllables.join(''));
const labelsOf = (most: number) =>
  fc.uniqueArray(label, { minLength: 2, maxLength: most, comparator: (one, other) => areClose(one, other) });

const question: fc.Arbitrary<Asked> = fc.oneof(
  fc.record({ type: fc.constantFrom('choice' as const, 'multi' as const), labels: labelsOf(15) }),
  fc.record({ type: fc.constant('rank' as const), labels: labelsOf(9) }),
  fc.constant({ type: 'yes_no' as const, labels: ['Awɔ', 'Ayi'] }),
  fc.record({
    type: fc.constant('scale' as const),
    labels: labelsOf(2),
    min: fc.constantFrom(0, 1, 5),
    ends: fc.boolean(),
  }),
);

/** A question somebody was asked, and what each reply to it leads to. */
function open(asked: Asked): {
  choices: Choice[];
  labels: string[];
  answerTo: (reply: Reply) => unknown;
} {
  const set = compiled(asked);
  const turn = (from: Pick<Advanced, 'session' | 'profile'>, input: EngineInput): Advanced =>
    advance(set, from.session, from.profile, input, { now: 1, lang: 'bm', nonce: 'n' });
  const begun = turn({ session: null, profile: NEW_PROFILE }, { kind: 'start', flow: 'f' });
  const [bubble] = compose(
    { speaker: SPEAKER(asked), fingerprint, person: 'p', lang: 'bm' },
    undefined,
    begun.events,
  );
  const choices = bubble?.choices ?? [];
  return {
    choices,
    labels: choices.map((choice) => choice.label),
    answerTo(reply) {
      const { session, events } = turn(begun, { kind: 'reply', reply });
      return { session, events };
    },
  };
}

function compiled(asked: Asked): FlowSet {
  const { type, labels, min = 1, ends = false } = asked;
  const keys = labels.map((_, at) =>
    at === 0 && asked.buttonOnly ? '{ key: k0, button_only: true }' : `k${at}`,
  );
  const fields = {
    yes_no: '',
    scale: `, min: ${min}, max: ${min + 4}, ends: ${String(ends)}`,
    choice: `, choices: [${keys.join(', ')}]`,
    multi: `, choices: [${keys.join(', ')}]`,
    rank: `, choices: [${keys.join(', ')}]`,
  }[type];
  const source = `id: f\nsteps: [{ ask: q, type: ${type}${fields} }]`;
  const { flows, findings } = compileFlows([{ file: 'f.yaml', source }], textsOf(asked), understanding, {
    ...{ calls: [], effects: [] },
  });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return flows;
}

const textsOf = ({ labels }: Asked): Texts => ({
  languages: ['bm'],
  text(_lang, { key }) {
    const [, nth, end] = /choices\.(?:k(\d+)|(min|max))$/.exec(key) ?? [];
    if (nth !== undefined) return labels[Number(nth)];
    if (end !== undefined) return labels[end === 'min' ? 0 : 1];
    if (key === 'yes_no.yes') return 'Awɔ';
    if (key === 'yes_no.no') return 'Ayi';
    return key.endsWith('.retry') ? undefined : key.split('.').at(-1);
  },
});

const SPEAKER = (asked: Asked) => ({
  languages: ['bm'],
  fallback: 'bm',
  say: (lang: string, key: { flow: string; key: string }) => textsOf(asked).text(lang, key) ?? '',
});

const fingerprint = (purpose: string, ...parts: string[]): Buffer =>
  createHmac('sha256', purpose).update(parts.join('\0')).digest();

const text = (typed: string): Reply => ({ kind: 'text', text: typed });

/** The key of a choice stands at the end of its token (src/conversation/choice-token.ts). */
const keyOf = (choice: Choice | undefined): string => choice?.id.slice(17) ?? '';

/** 12, ⑫, ١٢, ۱۲, ߁߂, １２, 1️⃣2️⃣, (12), "n° 12". */
function inAllDigits(digits: string): string[] {
  if (digits === '') return [];
  const each = Array.from(digits);
  const from = (zero: number): string =>
    each.map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
  const n = Number(digits);
  return [
    digits,
    ...[0x660, 0x6f0, 0x7c0, 0xff10].map(from),
    each.map((digit) => `${digit}\uFE0F\u20E3`).join(''),
    ...(n >= 1 && n <= 20 ? [String.fromCodePoint(0x2460 + n - 1)] : []),
    `${digits}.`,
  ];
}

const isWord = (label: string): boolean => /^[a-z]{8}$/u.test(label);

/** A slip in one could be the other. */
function areClose(one: string, other: string): boolean {
  let differing = 0;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) differing += 1;
  return differing < 6;
}

const keysIn = (markup: ReturnType<typeof markupOf>): string[] => {
  const { reply_markup: shown } = markup as { reply_markup?: { inline_keyboard?: { text: string }[][] } };
  return (shown?.inline_keyboard ?? []).flat().map((button) => button.text);
};

const titlesIn = (action: object): string[] => {
  const { buttons = [], sections = [] } = action as {
    buttons?: { reply: { title: string } }[];
    sections?: { rows: { title: string }[] }[];
  };
  return [
    ...buttons.map(({ reply }) => reply.title),
    ...sections.flatMap(({ rows }) => rows.map(({ title }) => title)),
  ];
};
