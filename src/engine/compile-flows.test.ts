import { describe, expect, it } from '@jest/globals';
import { KNOWN } from '../../test/engine/talk.ts';
import { EVERY_TEXT, EXACTLY } from '../../test/engine/universe.ts';
import { compileFlows } from './compile-flows.ts';

const compile = (source: string | Uint8Array, file = 'flows/f.yaml') =>
  compileFlows([{ file, source }], EVERY_TEXT, EXACTLY, KNOWN);

const HEAD = 'id: f\nsteps:\n';
const GOOD = `${HEAD}  - say: un\n`;

/** A broken file, and where its finding must point: `line code`, and the step where one is named. */
const BROKEN: [name: string, source: string | Uint8Array, findings: string[]][] = [
  ['an empty file', '', ['1 bad_header']],
  ['a list', '- 1', ['1 bad_header']],
  ['no steps', 'id: f', ['1 bad_header']],
  ['empty steps', 'id: f\nsteps: []', ['2 bad_header']],
  ['an unknown key in the header', `${GOOD}color: red\n`, ['4 bad_header']],
  ['an id that is not the file name', GOOD.replace('id: f', 'id: g'), ['1 id_is_not_file_name']],
  ['an unknown intent', `triggers: [{ intent: dance }]\n${GOOD}`, ['1 bad_header']],
  ['a link no platform can carry', `triggers: [{ links: ['a b'] }]\n${GOOD}`, ['1 bad_header']],
  ['a link of 65 letters', `triggers: [{ links: [${'a'.repeat(65)}] }]\n${GOOD}`, ['1 bad_header']],
  ['a step of no kind', `${HEAD}  - shout: un\n`, ['3 unknown_step']],
  ['a step that is a word', `${HEAD}  - un\n`, ['3 unknown_step']],
  ['two steps in one', `${HEAD}  - say: un\n    goto: un\n`, ['3 two_steps_in_one']],
  ['the same key twice', `${HEAD}  - say: un\n  - say: un\n`, ['4 duplicate_step un']],
  ['an unknown key in a step', `${HEAD}  - say: un\n    loud: true\n`, ['4 bad_step un']],
  ['a question of no type', `${HEAD}  - ask: q\n    type: colour\n`, ['4 bad_step q']],
  ['a choice without choices', `${HEAD}  - ask: q\n    type: choice\n`, ['3 bad_step q']],
  ['a choice named twice', `${HEAD}  - ask: q\n    type: choice\n    choices: [a, a]\n`, ['5 bad_step q']],
  [
    '51 choices',
    `${HEAD}  - ask: q\n    type: choice\n    choices: [${Array.from({ length: 51 }, (_, n) => `c${n}`).join(', ')}]\n`,
    ['5 bad_step q'],
  ],
  ['a min above the max', `${HEAD}  - { ask: q, type: number, min: 3, max: 2 }\n`, ['3 bad_step q']],
  ['a day no calendar has', `${HEAD}  - { ask: q, type: date, min: 2027-02-29 }\n`, ['3 bad_step q']],
  ['a day in other words', `${HEAD}  - { ask: q, type: date, max: demain }\n`, ['3 bad_step q']],
  [
    'a first day after the last',
    `${HEAD}  - { ask: q, type: date, min: 2027-01-02, max: 2027-01-01 }\n`,
    ['3 bad_step q'],
  ],
  ['a scale of one step', `${HEAD}  - { ask: q, type: scale, min: 2, max: 2 }\n`, ['3 bad_step q']],
  ['a scale upside down', `${HEAD}  - { ask: q, type: scale, min: 5, max: 1 }\n`, ['3 bad_step q']],
  ['a scale without an end', `${HEAD}  - { ask: q, type: scale }\n`, ['3 bad_step q']],
  ['a scale with half steps', `${HEAD}  - { ask: q, type: scale, max: 4.5 }\n`, ['3 bad_step q']],
  ['a scale below 0', `${HEAD}  - { ask: q, type: scale, min: -1, max: 5 }\n`, ['3 bad_step q']],
  ['a scale of 12 steps', `${HEAD}  - { ask: q, type: scale, min: 0, max: 11 }\n`, ['3 bad_step q']],
  ['no tries', `${HEAD}  - { ask: q, type: text, tries: 0 }\n`, ['3 bad_step q']],
  ['a save outside the person', `${HEAD}  - { ask: q, type: text, save: vars.x }\n`, ['3 bad_step q']],
  ['a save of the language', `${HEAD}  - { ask: q, type: text, save: person.lang }\n`, ['3 bad_step q']],
  ['a step __proto__', `${HEAD}  - say: __proto__\n`, ['3 bad_step __proto__']],
  ['a step constructor', `${HEAD}  - say: constructor\n`, ['3 bad_step constructor']],
  ['a variable constructor', `${HEAD}  - set: { vars.constructor: 1 }\n`, ['3 bad_step']],
  ['a key __proto__', `${HEAD}  - say: un\n    __proto__: 1\n`, ['4 forbidden_key']],
  ['a key $set', `${HEAD}  - say: un\n    $set: 1\n`, ['4 forbidden_key']],
  ['a key with dots', `${HEAD}  - say: un.deux\n`, ['3 bad_step un.deux']],
  ['a key that is a map', '? { a: b }\n: 1\n', ['1 forbidden_key', '1 bad_header']],
  ['a duplicate key', `${GOOD}steps: []\n`, ['4 bad_header', '4 duplicate_key']],
  ['an alias', `${HEAD}  - &a { say: un }\n  - *a\n`, ['4 unknown_step', '4 yaml_alias']],
  [
    'an alias bomb',
    `a: &a [x, x]\nb: &b [*a, *a]\n${GOOD}`,
    ['1 bad_header', '2 yaml_alias', '2 yaml_alias'],
  ],
  ['a tag', `${HEAD}  - say: !!js/function "x"\n`, ['3 yaml_tag_resolve_failed']],
  ['a tab', `${HEAD}\t- say: un\n`, ['3 tab']],
  ['two documents', `${GOOD}---\n${GOOD}`, ['4 yaml_multiple_docs']],
  ['a bracket left open', `${HEAD}  - { say: un\n`, ['4 yaml_bad_indent']],
  ['deep brackets', '['.repeat(100_000), ['1 too_deep']],
  ['deep dashes', '- '.repeat(100_000), ['1 too_deep']],
  [
    'deep indentation',
    Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
    ['1 too_deep'],
  ],
  ['a file of 257 KB', `# ${'x'.repeat(257 * 1024)}\n${GOOD}`, ['1 file_too_large']],
  ['UTF-16', Buffer.from(`\uFEFF${GOOD}`, 'utf16le'), ['1 not_utf8']],
  ['Latin-1', Buffer.from(`# été\n${GOOD}`, 'latin1'), ['1 not_utf8']],
  ['NUL', `${GOOD}\0`, ['1 not_utf8']],
  ['a dangling goto', `${HEAD}  - goto: nulle_part\n    key: la\n`, ['3 dangling_goto la']],
  [
    'a dangling on_fail',
    `${HEAD}  - ask: q\n    type: text\n    on_fail: { goto: perdu }\n`,
    ['5 dangling_goto q'],
  ],
  ['a flow that is not there', `${HEAD}  - goto: { flow: perdu }\n    key: la\n`, ['3 dangling_goto la']],
  ['an unknown call', `${HEAD}  - call: surveys.explode\n    key: c\n`, ['3 unknown_call c']],
  ['an unknown effect', `${HEAD}  - do: everything.delete\n    key: c\n`, ['3 unknown_effect c']],
  [
    'a list nobody brings',
    `${HEAD}  - ask: q\n    type: choice\n    choices: { from: l }\n`,
    ['5 unknown_list q'],
  ],
  [
    'a list brought after it is offered',
    `${HEAD}  - ask: q\n    type: choice\n    choices: { from: l }\n  - call: surveys.next\n    save: l\n`,
    ['5 unknown_list q'],
  ],
  [
    'a list that is set, not brought',
    `${HEAD}  - set: { vars.l: 1 }\n  - ask: q\n    type: choice\n    choices: { from: l }\n`,
    ['6 unknown_list q'],
  ],
  [
    'a choice named twice beside a list',
    `${HEAD}  - ask: q\n    type: choice\n    choices: { from: l, more: [a, a] }\n`,
    ['5 bad_step q'],
  ],
  [
    'an unknown key beside a list',
    `${HEAD}  - ask: q\n    type: choice\n    choices: { from: l, extra: [a] }\n`,
    ['5 bad_step q'],
  ],
  ['an event nobody sends', `triggers: [{ event: dance }]\n${GOOD}`, ['1 bad_header']],
  ['a parameter constructor', `params: [constructor]\n${GOOD}`, ['1 bad_header']],
  ['nine parameters', `params: [a, b, c, d, e, f, g, h, i]\n${GOOD}`, ['1 bad_header']],
  ['a recording that is a number', `${HEAD}  - say: un\n    audio: 1 + 1\n`, ['4 wrong_type un']],
  [
    'a broken expression',
    `${HEAD}  - if: answers.age >\n    key: c\n    then: { goto: c }\n`,
    ['3 bad_expression c'],
  ],
  ['an answer nobody gives', `${HEAD}  - say: un\n    with: { x: answers.age }\n`, ['4 unknown_name un']],
  ['a variable nobody sets', `${HEAD}  - say: un\n    with: { x: vars.age }\n`, ['4 unknown_name un']],
  ['a field nobody saves', `${HEAD}  - say: un\n    with: { x: person.age }\n`, ['4 unknown_name un']],
  [
    'a consent of no purpose',
    `${HEAD}  - say: un\n    with: { x: person.consents }\n`,
    ['4 unknown_name un'],
  ],
  [
    'words compared with a number',
    `${HEAD}  - { ask: q, type: text }\n  - if: answers.q > 3\n    key: c\n    then: { goto: c }\n`,
    ['4 wrong_type c'],
  ],
  [
    'a condition that is a number',
    `${HEAD}  - if: 1 + 1\n    key: c\n    then: { goto: c }\n`,
    ['3 wrong_type c'],
  ],
  [
    'a field of two types',
    `${HEAD}  - { ask: q, type: text, save: person.x }\n  - { ask: r, type: number, save: person.x }\n`,
    ['4 field_type_conflict r'],
  ],
];

describe('F7: broken flow files are findings, never exceptions', () => {
  it.each(BROKEN)('%s', (_name, source, expected) => {
    const { flows, findings } = compile(source);
    const told = findings.map(
      ({ line, code, step }) => `${line} ${code}${step === undefined ? '' : ` ${step}`}`,
    );
    for (const finding of expected) expect(told).toContain(finding);
    expect(findings.every(({ file, message }) => file === 'flows/f.yaml' && /[.]$/.test(message))).toBe(true);
    if (!expected.includes('4 field_type_conflict r')) expect(flows.flows.size).toBe(0);
  });

  it('finds all faults of a file at once', () => {
    const { findings } = compile(
      `${HEAD}  - say: UN\n  - shout: x\n  - ask: q\n    type: text\n    tries: 99\n`,
    );
    expect(findings.map(({ line }) => line)).toEqual([3, 4, 7]);
  });

  it('10,001 steps and 10,000 faults stay a readable report', () => {
    const { findings } = compile(`${HEAD}${'  - say: un\n'.repeat(10_001)}`);
    expect(findings.length).toBe(100);
    expect(findings.map(({ code }) => code)).toContain('too_many_steps');
  });

  it('the same id twice is told, the first stays', () => {
    const files = ['a/f.yaml', 'b/f.yaml'].map((file) => ({ file, source: GOOD }));
    const { flows, findings } = compileFlows(files, EVERY_TEXT, EXACTLY, KNOWN);
    expect(findings.map(({ file, code }) => `${file} ${code}`)).toEqual(['b/f.yaml duplicate_flow']);
    expect(flows.flows.get('f')?.file).toBe('a/f.yaml');
  });
});

describe('F7: what a capability says of its calls and effects', () => {
  const shaped = (steps: string): string[] => {
    const known = {
      calls: ['agenda.one', 'agenda.list', 'agenda.free'],
      effects: ['agenda.keep'],
      shapes: {
        'agenda.one': { takes: ['id'], gives: ['titre', 'quand'] },
        'agenda.list': { takes: [], gives: [] },
        'agenda.keep': { takes: ['id'] },
      },
    };
    const { findings } = compileFlows(
      [{ file: 'f.yaml', source: `${HEAD}${steps}` }],
      EVERY_TEXT,
      EXACTLY,
      known,
    );
    return findings.map(({ line, step, code, message }) => `${line} ${step ?? ''} ${code}: ${message}`);
  };
  const one = '  - { call: agenda.one, key: c, with: { id: 1 }, save: a }\n';

  it('fields it brings are taken, and of a call that says nothing, all', () => {
    expect(shaped(`${one}  - say: un\n    with: { x: vars.a.titre, y: has(vars.a.quand) }\n`)).toEqual([]);
    expect(
      shaped(
        '  - { call: agenda.free, with: { x: 1 }, save: a }\n  - say: un\n    with: { x: vars.a.tout }\n',
      ),
    ).toEqual([]);
  });

  it('a variable two steps fill has the fields of both', () => {
    const both = `${one}  - set: { vars.a: 1 }\n  - say: un\n    with: { x: vars.a.tout }\n`;
    expect(shaped(both)).toEqual([]);
  });

  it('a field nobody brings is named with those there are', () => {
    expect(shaped(`${one}  - say: un\n    with: { x: vars.a.title }\n`)).toEqual([
      '5 un unknown_field: vars.a.title: The call brings no title; use quand, titre.',
    ]);
    expect(
      shaped('  - { call: agenda.list, save: l }\n  - say: un\n    with: { x: vars.l.titre }\n'),
    ).toEqual(['5 un unknown_field: vars.l.titre: The call brings no titre; write vars.l alone.']);
  });

  it('a parameter it does not take, and one it lacks, are named', () => {
    expect(shaped('  - call: agenda.one\n    key: c\n    with: { nom: 1 }\n')).toEqual([
      '5 c missing_field: Add id under "with": agenda.one takes id.',
      '5 c unknown_field: Remove nom: agenda.one takes id.',
    ]);
    expect(shaped('  - do: agenda.keep\n    key: c\n')).toEqual([
      '3 c missing_field: Add id under "with": agenda.keep takes id.',
    ]);
    expect(shaped('  - call: agenda.list\n    key: c\n    with: { nom: 1 }\n')).toEqual([
      '5 c unknown_field: Remove nom: agenda.list takes nothing.',
    ]);
  });
});

describe('F7: what looks odd and is right', () => {
  it.each([
    ['CRLF', GOOD.replaceAll('\n', '\r\n')],
    ['a byte order mark', Buffer.from(`\uFEFF${GOOD}`)],
    ['a byte order mark in text', `\uFEFF${GOOD}`],
    ['JSON', '{"id":"f","steps":[{"say":"un"}]}'],
    ['a tab inside words', `${GOOD}# a\ttab\n`],
  ])('%s', (_name, source) => {
    expect(compile(source).findings).toEqual([]);
  });
});

describe('what a set offers', () => {
  it('triggers, languages, questions and headers', () => {
    const { flows } = compile(
      'id: f\ntriggers: [{ intent: survey }, { event: first_contact }, { keywords: { fr: [paix], bm: [bɛn, hɛrɛ] } }]\n' +
        'before_consent: true\nsurvey: s\nexpires: 7d\ntests: f.test.yaml\nsteps:\n' +
        '  - { ask: q, type: choice, choices: [a, b] }\n  - { ask: r, type: yes_no }\n  - { ask: t, type: text }\n',
    );
    expect(flows.intents.get('survey')).toBe('f');
    expect(flows.firstContact).toBe('f');
    expect(flows.keywords.map(({ lang, keyword }) => `${lang} ${keyword}`)).toEqual([
      'fr paix',
      'bm bɛn',
      'bm hɛrɛ',
    ]);
    expect(flows.languages).toEqual(['fr', 'bm']);
    const flow = flows.flows.get('f');
    expect(flow).toMatchObject({
      beforeConsent: true,
      interrupts: false,
      survey: 's',
      expires: 604_800_000,
      tests: 'f.test.yaml',
    });
    expect(flow?.questions.map(({ step, choices }) => [step, ...choices])).toEqual([
      ['q', 'a', 'b'],
      ['r', 'yes', 'no'],
      ['t'],
    ]);
  });
});
