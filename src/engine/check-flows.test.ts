import { describe, expect, it } from '@jest/globals';
import { buildSet } from '../../test/engine/talk.ts';
import { buildTexts, EVERY_TEXT } from '../../test/engine/universe.ts';
import { checkFlows } from './check-flows.ts';
import type { Intent } from '../domain/language.ts';
import type { Finding } from './finding.ts';
import type { Texts } from './types.ts';

const STOP = {
  stop: 'triggers: [{ intent: stop }]\nbefore_consent: true\nsteps:\n  - set: { person.stopped: true }\n  - say: adieu\n',
};

const findings = (flows: Record<string, string>, texts: Texts, options = {}): Finding[] =>
  checkFlows(buildSet({ ...STOP, ...flows }, texts), texts, options);

const told = (flows: Record<string, string>, texts: Texts = EVERY_TEXT, options = {}): string[] =>
  findings(flows, texts, options).map(
    ({ file, line, step, code }) => `${file.slice(6)}:${line} ${code}${step === undefined ? '' : ` ${step}`}`,
  );

/** Texts that say `words` for one key, and something for every other. */
const saying = (key: string, fr: string, bm: string | undefined = fr): Texts => ({
  languages: ['fr', 'bm'],
  text(lang, text) {
    if (`${text.flow}.${text.key}` === key) return lang === 'fr' ? fr : bm;
    return EVERY_TEXT.text(lang, text);
  },
});

describe('F7: the checker', () => {
  it('has nothing to say about a flow that only another runs', () => {
    const g = 'params: [a]\nsteps: [{ say: un, with: { a: vars.a } }]';
    expect(told({ f: "steps: [{ run: g, with: { a: '1' } }]", g })).toEqual([]);
    expect(told({ g })).toEqual(['g.yaml:1 params_unused']);
  });

  it('refuses a wait where a question is open below', () => {
    const steps = 'steps: [{ wait: { for: 1d }, key: pause }, { say: un }]';
    expect(told({ f: steps })).toEqual([]);
    expect(told({ f: `interrupts: true\n${steps}` })).toEqual(['f.yaml:3 side_job_waits pause']);
  });

  it('has nothing to say about a sound flow', () => {
    expect(
      told({ f: 'steps:\n  - { ask: q, type: yes_no }\n  - if: answers.q\n    then: { goto: q }\n' }),
    ).toEqual([]);
  });

  it('names a step nobody reaches', () => {
    expect(told({ f: 'steps:\n  - end: true\n  - say: un\n' })).toEqual(['f.yaml:4 unreachable un']);
  });

  it('names a loop without a wait, within a flow and over two', () => {
    expect(told({ f: 'steps:\n  - say: un\n  - goto: un\n' })).toEqual(['f.yaml:3 loop_without_wait un']);
    const f = 'steps:\n  - goto: { flow: g }\n    key: a\n';
    const g = 'steps:\n  - call: surveys.next\n    key: b\n  - goto: { flow: f }\n';
    expect(told({ f, g })).toEqual(['f.yaml:3 loop_without_wait a']);
  });

  it('takes a loop over a question for what it is', () => {
    expect(
      told({ f: 'steps:\n  - { ask: q, type: yes_no }\n  - if: answers.q\n    then: { goto: q }\n' }),
    ).toEqual([]);
  });

  it('names a question no end lies behind, and one that may offer nothing', () => {
    expect(told({ f: 'steps:\n  - { ask: q, type: yes_no }\n  - goto: q\n' })).toEqual([
      'f.yaml:3 dead_end q',
    ]);
    expect(
      told({ f: 'steps:\n  - { ask: q, type: choice, choices: [{ key: a, when: talk.suspended }] }\n' }),
    ).toEqual(['f.yaml:3 dead_end q']);
  });

  it('rapidpro#1176: names every text a language lacks', () => {
    expect(told({ f: 'steps:\n  - say: un\n' }, saying('f.un', 'Un', ' '))).toEqual([
      'f.yaml:3 missing_text un',
    ]);
    const withRetry = saying('f.q.retry', 'Encore', ' ');
    expect(told({ f: 'steps:\n  - { ask: q, type: text }\n' }, withRetry)).toEqual([
      'f.yaml:3 missing_text q',
    ]);
  });

  it("names the bot's own missing texts once", () => {
    const none = buildTexts({ fr: {} });
    const missing = checkFlows(buildSet(STOP, none), none).map(({ message }) => message);
    expect(missing.filter((message) => message.includes('resume in locales/fr/bot.yaml'))).toHaveLength(1);
    expect(missing).toContain('Write adieu in locales/fr/flows/stop.yaml.');
  });

  it('names a text without a recording, in the languages the flow wants one in', () => {
    const f = 'audio: [bm]\nsteps:\n  - say: un\n  - { ask: q, type: choice, choices: [a] }\n';
    const texts = (...recorded: string[]): Texts => ({
      ...EVERY_TEXT,
      audio: (lang, { key }) => (lang === 'bm' && recorded.includes(key) ? `audio/${key}.ogg` : undefined),
    });
    expect(told({ f }, texts('un', 'q.ask'))).toEqual([]);
    expect(told({ f }, texts('q.ask'))).toEqual(['f.yaml:4 missing_audio un']);
    expect(told({ f })).toEqual(['f.yaml:4 missing_audio un', 'f.yaml:5 missing_audio q']);
    expect(told({ f: f.replace('audio: [bm]\n', '') })).toEqual([]);
    // The step itself says which recording goes with it.
    expect(
      told({ f: 'audio: [bm]\nsteps:\n  - say: un\n    audio: vars.a\n  - set: { vars.a: "null" }\n' }),
    ).toEqual([]);
  });

  it('names a placeholder the step does not give, in any language', () => {
    const flow = { f: 'steps:\n  - say: un\n    with: { nom: 1 }\n' };
    expect(told(flow, saying('f.un', '{{nom}}', 'a {{ nom }} {{- nom}} {{nom, number}}'))).toEqual([]);
    expect(told(flow, saying('f.un', '{{nom}}', '{{prenom}}'))).toEqual(['f.yaml:3 unknown_placeholder un']);
    expect(
      told(
        { f: 'steps:\n  - { ask: q, type: number, max: 9 }\n' },
        saying('f.q.ask', '{{max}} {{min}}', '{{max}}'),
      ),
    ).toEqual(['f.yaml:3 unknown_placeholder q']);
  });

  it.each([
    ['whatsapp-cloud', 24],
    ['sms', 40],
    ['telegram', 60],
    ['whatsapp-web', 100],
  ])('C7: a label over what %s shows whole, %d characters, is named with it', (channel, max) => {
    const flow = { f: 'steps:\n  - { ask: q, type: choice, choices: [a, b] }\n' };
    const channelsOver = (length: number): string[] =>
      findings(flow, saying('f.q.choices.a', 'é'.repeat(length), 'é')).flatMap(
        ({ message }) => /\(([^)]+)\)/.exec(message)?.[1]?.split(', ') ?? [],
      );
    expect(channelsOver(max)).not.toContain(channel);
    expect(channelsOver(max + 1)).toContain(channel);
  });

  it('C7: names a label over the strictest limit, and two that read the same', () => {
    const flow = { f: 'steps:\n  - { ask: q, type: choice, choices: [a, b] }\n' };
    const words = (n: number) => saying('f.q.choices.a', 'é'.repeat(n));
    expect(told(flow, words(24))).toEqual([]);
    expect(told(flow, words(25))).toEqual(['f.yaml:3 label_too_long q', 'f.yaml:3 label_too_long q']);
    expect(told(flow, words(25), { labelLimits: [{ channel: 'telegram', max: 64 }] })).toEqual([]);
    expect(told(flow, saying('f.q.choices.a', 'B', 'a'))).toEqual(['f.yaml:3 same_label q']);
    const fold = (word: string): string => word.toLowerCase().replace('ɛ', 'b');
    expect(told(flow, saying('f.q.choices.a', 'Ɛ', 'a'), { fold })).toEqual(['f.yaml:3 same_label q']);
  });

  it('names triggers two flows claim, keywords by their folded form', () => {
    const f =
      'triggers: [{ intent: help }, { keywords: { fr: [Paix] } }, { event: first_contact }]\nsteps: [{ say: un }]';
    const both = told({ f, g: f });
    expect(both).toEqual(Array.from({ length: 3 }, () => 'g.yaml:2 conflicting_trigger'));
    const bm = 'triggers: [{ keywords: { bm: [pɛ] } }]\nsteps: [{ say: un }]';
    const fr = 'triggers: [{ keywords: { fr: [pe] } }]\nsteps: [{ say: un }]';
    expect(told({ bm, fr })).toEqual([]);
    expect(told({ bm, fr }, EVERY_TEXT, { fold: (word: string) => word.replace('ɛ', 'e') })).toEqual([
      'fr.yaml:2 conflicting_trigger',
    ]);
  });

  it('C1: names a link two flows claim, letter by letter', () => {
    const by = (link: string): string => `triggers: [{ links: [${link}] }]\nsteps: [{ say: un }]`;
    expect(told({ f: by('radio'), g: by('radio') })).toEqual(['g.yaml:2 conflicting_trigger']);
    expect(
      told({
        f: by('radio'),
        g: by('Radio'),
        h: 'triggers: [{ keywords: { fr: [radio] } }]\nsteps: [{ say: un }]',
      }),
    ).toEqual([]);
  });

  it('F4: names what keeps a flow the house begins from being short', () => {
    const sound =
      'triggers: [{ event: prompt }]\ninterrupts: true\nparams: [a]\nsteps: [{ say: un, with: { a: vars.a } }]';
    expect(told({ f: sound, g: sound })).toEqual([]);
    expect(told({ f: sound.replace('interrupts: true', 'interrupts: false') })).toEqual([
      'f.yaml:2 prompt_is_no_side_job',
    ]);
    expect(told({ f: sound.replace('prompt }', 'prompt }, { keywords: { fr: [un] } }') })).toEqual([
      'f.yaml:2 prompt_by_word',
    ]);
    expect(told({ f: sound.replace(' }]', ' }, { intent: help }]') })).toEqual(['f.yaml:2 prompt_by_word']);
    const steps = sound.slice(0, sound.indexOf('steps:'));
    expect(told({ f: `${steps}steps:\n  - { ask: q, type: yes_no }\n` })).toEqual(['f.yaml:6 prompt_asks q']);
    expect(
      told({ f: `${steps}steps:\n  - goto: { flow: g }\n    key: a\n`, g: 'steps: [{ say: un }]' }),
    ).toEqual(['f.yaml:6 prompt_goes_on a']);
  });

  it('names parameters nobody can give; a flow begun by a word may have some', () => {
    const f = 'params: [a]\nsteps: [{ say: un, with: { a: vars.a } }]';
    expect(told({ f })).toEqual(['f.yaml:1 params_unused']);
    expect(told({ f: `triggers: [{ keywords: { fr: [un] } }]\n${f}` })).toEqual([]);
  });

  it('C7: takes a list that may be empty for what it is, and looks at the labels beside it', () => {
    const f =
      'steps:\n  - call: surveys.next\n    save: l\n  - ask: q\n    type: choice\n    choices: { from: l, more: [menu] }\n';
    expect(told({ f })).toEqual([]);
    expect(told({ f: f.replace(', more: [menu]', '') })).toEqual([]);
    expect(told({ f }, saying('f.q.choices.menu', 'é'.repeat(25)))).toHaveLength(2);
    expect(told({ f }, saying('f.q.choices.menu', 'Menu', ' '))).toEqual(['f.yaml:5 missing_text q']);
  });

  it('names a set in which nobody can stop, or not everybody, or in name only', () => {
    const stops = (flows: Record<string, string>): string[] =>
      checkFlows(buildSet(flows), EVERY_TEXT).map(({ file, code, line }) => `${file}:${line} ${code}`);
    expect(stops({ f: 'steps: [{ say: un }]' })).toEqual(['flows/f.yaml:1 no_stop']);
    expect(stops({ ...STOP, f: 'steps: [{ say: un }]' })).toEqual([]);
    expect(stops({ stop: STOP.stop.replace('before_consent: true\n', '') })).toEqual([
      'flows/stop.yaml:2 no_stop',
    ]);
    expect(stops({ stop: STOP.stop.replace('stopped', 'quitte') })).toEqual(['flows/stop.yaml:2 no_stop']);
  });

  it('names a keyword that means something else at every step, or nothing at all', () => {
    const meanings = (word: string): Intent[] =>
      word === 'aide' ? ['help'] : word === 'ni ce' ? ['hello', 'thanks'] : [];
    const flow = (keywords: string, more = ''): Record<string, string> => ({
      f: `triggers:\n${more}  - keywords:\n      fr: [eau]\n      bm: [${keywords}]\nsteps: [{ say: un }]`,
    });
    expect(told(flow('ji'), EVERY_TEXT, { meanings })).toEqual([]);
    expect(told(flow('aide'), EVERY_TEXT, { meanings })).toEqual(['f.yaml:5 global_keyword']);
    expect(told(flow('ni ce'), EVERY_TEXT, { meanings })).toEqual(['f.yaml:5 global_keyword']);
    expect(told(flow('aide', '  - intent: help\n'), EVERY_TEXT, { meanings })).toEqual([]);
    expect(told(flow('"!"'), EVERY_TEXT, { fold: (word: string) => word.replace('!', '') })).toEqual([
      'f.yaml:5 empty_keyword',
    ]);
  });
});
