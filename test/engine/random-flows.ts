import fc from 'fast-check';
import { stringify } from 'yaml';
import type { CallValue, EngineInput } from '../../src/engine/types.ts';

type Step = Record<string, unknown>;

/** The keys every generated flow has, so that any step can name any other. */
const QUESTIONS = ['q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9'];
const TYPES: Record<string, Step> = {
  q0: {
    type: 'choice',
    choices: ['eau', 'ecole', { key: 'route', when: 'has(answers.q1)' }, { key: 'rien', button_only: true }],
  },
  q1: { type: 'number', min: 1, max: 110, save: 'person.age' },
  q2: { type: 'text', max_length: 40 },
  q3: { type: 'place' },
  q4: { type: 'yes_no', save: 'person.oui' },
  q6: { type: 'date', min: '1970-01-01', max: 'today' },
  q7: { type: 'scale', min: 0, max: 4 },
  q8: { type: 'multi', choices: ['eau', 'route', { key: 'rien', alone: true }], min: 0 },
  q9: { type: 'rank', choices: ['eau', 'route', { key: 'rien', when: 'talk.suspended' }] },
  q5: { type: 'choice', choices: { from: 'l', more: ['menu', { key: 'rien', when: 'size(vars.l) > 1' }] } },
};
const FLOWS = ['f0', 'f1', 'f2'];
/** What the house begins: it says something or not, and ends. */
const PROMPT = 'f3';

const condition = fc.constantFrom(
  'answers.q1 >= 18',
  'answers.q0 == "eau"',
  '"eau" in answers.q8',
  'has(answers.q3) && answers.q4',
  'vars.v > 3',
  'person.age == null',
  'talk.suspended',
  'answers.q4',
  'person.groups.lecteurs',
  'vars.v.part == "x"',
  'vars.h.part == "x"',
  'size(vars.l) > 1',
  'vars.l[0].label == "mot"',
);
const computed = fc.constantFrom(
  'answers.q1 + 1',
  '1 / 0',
  'answers.q0',
  '"mot"',
  'person.age',
  'vars.v',
  'null',
);
const goal = fc.oneof(
  fc.constantFrom(...QUESTIONS),
  fc.constantFrom(...FLOWS).map((flow) => ({ flow })),
);

const quiet = fc.oneof(
  fc.record({ set: fc.record({ 'vars.v': computed }) }),
  fc.record({
    set: fc.constantFrom(
      { 'person.lang': "'bm'" },
      { 'person.lang': 'answers.q0' },
      { 'person.consents.base': '2' },
    ),
  }),
  fc.record({ call: fc.constant('surveys.next'), with: fc.record({ x: computed }), save: fc.constant('v') }),
  fc.record({ call: fc.constant('surveys.next'), hold: fc.constant('h') }),
  fc.record({ do: fc.constant('people.erase'), with: fc.record({ x: computed }) }),
  fc.record({ goto: goal }),
  fc.record({ run: fc.constantFrom(...FLOWS), with: fc.record({ p: computed }), save: fc.constant('v') }),
  fc.record({ background: fc.constantFrom(...FLOWS, PROMPT), with: fc.record({ p: computed }) }),
  fc.record({ wait: fc.constantFrom({ for: '6h' }, { until: '09:00' }, { until: 'answers.q6' }) }),
  fc.record({
    end: fc.constantFrom(true as const, true as const, 'all' as const),
    results: fc.record({ part: computed }),
  }),
);
const branching = fc.oneof(
  fc.record({ if: condition, then: fc.array(quiet, { minLength: 1, maxLength: 2 }) }),
  fc.record({
    if: condition,
    then: fc.record({ goto: goal }),
    else: fc.array(quiet, { minLength: 1, maxLength: 2 }),
  }),
);

/** Steps with a key of their own, made of their place. */
const keyed = fc.constantFrom<(n: number) => Step>(
  (n) => ({ result: `r${n}`, value: 'answers.q1', category: 'answers.q0' }),
  (n) => ({ split: `p${n}`, into: { un: 1, deux: 3 }, then: { deux: [{ group: { add: 'lecteurs' } }] } }),
  (n) => ({ hand_over: { say: `h${n}`, reason: 'aide', resume: 'q1' } }),
  () => ({ group: { remove: 'lecteurs' } }),
);

const flow = fc
  .record({
    interrupts: fc.boolean(),
    survey: fc.boolean(),
    between: fc.array(fc.oneof(quiet, branching, keyed), {
      minLength: QUESTIONS.length,
      maxLength: QUESTIONS.length,
    }),
    tries: fc.integer({ min: 1, max: 3 }),
    fallTo: fc.option(fc.constantFrom(...QUESTIONS)),
    reads: fc.boolean(),
    timeout: fc.option(
      fc.record({
        after: fc.constantFrom('6h', '30h', '2d'),
        remind: fc.integer({ min: 0, max: 3 }),
        then: fc.constantFrom(...QUESTIONS),
      }),
    ),
    expires: fc.option(fc.constantFrom('1d', '3d')),
  })
  .map(({ interrupts, survey, between, tries, fallTo, reads, timeout, expires }) => {
    const steps = QUESTIONS.flatMap((ask, n): Step[] => [
      {
        ...{ ask, ...TYPES[ask], tries },
        ...(fallTo === null ? {} : { on_fail: { goto: fallTo } }),
        ...(timeout === null ? {} : { timeout }),
      },
      { say: `s${n}`, with: { a: reads ? 'answers.q2' : 'answers.q0', b: 'vars.v' } },
      placed(between[n] ?? { end: true }, n),
    ]);
    return stringify(
      {
        interrupts,
        ...(expires === null ? {} : { expires }),
        ...(survey ? { survey: 'paix' } : {}),
        params: ['p'],
        steps: [
          { set: { 'vars.v': '1' } },
          { say: 'debut', with: { p: 'vars.p' }, audio: 'vars.v' },
          { call: 'surveys.next', save: 'l' },
          { call: 'surveys.next', hold: 'h' },
          ...steps,
        ],
      },
      { aliasDuplicateObjects: false },
    );
  });

const placed = (step: Step | ((n: number) => Step), n: number): Step =>
  typeof step === 'function' ? step(n) : step;

const prompt = fc
  .array(
    fc.constantFrom<Step>(
      { say: 'mot', with: { p: 'vars.p' } },
      { call: 'surveys.next', with: { x: 'vars.p' }, save: 'v' },
      { set: { 'vars.v': '1 / 0' } },
      { if: 'vars.v == "mot"', then: [{ end: true }] },
    ),
    { maxLength: 4 },
  )
  .map((steps) =>
    stringify(
      {
        triggers: [{ event: 'prompt' }],
        interrupts: true,
        params: ['p', 'rien'],
        steps: [
          { set: { 'vars.v': '1' } },
          ...steps.map((step, n) => ('say' in step ? { ...step, say: `s${n}` } : step)),
          { end: true },
          // Nobody comes here; it makes the group one that some flow adds to.
          { group: { add: 'lecteurs' } },
        ],
      },
      { aliasDuplicateObjects: false },
    ),
  );

/** Three flows that compile, with every kind of step and ways between them, loops without a wait among them, and one the
 * house begins. */
export const randomFlows = fc
  .tuple(flow, flow, flow, prompt)
  .map((sources) => Object.fromEntries([...FLOWS, PROMPT].map((id, n) => [id, sources[n] ?? ''])));

const HOSTILE = [
  '',
  ' ',
  '1',
  '2',
  '99',
  '1 2',
  '-1',
  '1e3',
  'oui',
  'non',
  'e',
  'mop',
  'gao',
  'null',
  'undefined',
  'success',
  '__proto__',
  'constructor',
  '$set',
  '{{x}}',
  '<script>',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '‮',
  '١',
  '߁',
  'a'.repeat(4096),
  '👩‍👩‍👧',
  'ɲ'.repeat(40),
];
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 60 }));
const value = fc.oneof(fc.constant(null), fc.boolean(), fc.double(), fc.string({ maxLength: 400 }));

/** Lists as they should be, and as they should not. */
const list = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          key: fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/),
          label: fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
        }),
      },
      { weight: 1, arbitrary: fc.dictionary(fc.string({ maxLength: 6 }), fc.oneof(value, fc.constant({}))) },
      { weight: 1, arbitrary: value },
    ),
    { maxLength: 12 },
  )
  .map((held) => held as CallValue);

/** What a walk does besides: time passes, an answer is changed, the house asks again, something overdue is left first. */
export const randomDeed: fc.Arbitrary<EngineInput | { pass: number }> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<EngineInput>({ kind: 'back' }) },
  { weight: 1, arbitrary: fc.constantFrom<EngineInput>({ kind: 'expire' }, { kind: 'again', by: 'house' }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('q0', 'q3', '')
      .map((step): EngineInput => ({ kind: 'due', sid: 'n1', step, n: 0 })),
  },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 3 * 86_400_000 }).map((pass) => ({ pass })) },
);

/** Whatever can come, in any order, also what makes no sense where the talk stands. */
export const randomInput: fc.Arbitrary<EngineInput> = fc.oneof(
  {
    weight: 8,
    arbitrary: text.map((words): EngineInput => ({ kind: 'reply', reply: { kind: 'text', text: words } })),
  },
  {
    weight: 4,
    arbitrary: fc
      .oneof(
        fc.constantFrom('eau', 'route', 'rien', '-eau', 'done', 'yes', 'no', 'mopti', '__proto__'),
        fc.string(),
      )
      .map((choice): EngineInput => ({ kind: 'reply', reply: { kind: 'choice', choice } })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<EngineInput>({ kind: 'reply', reply: { kind: 'media', media: 'voice' } }),
  },
  { weight: 1, arbitrary: fc.constant<EngineInput>({ kind: 'again' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<EngineInput>(
      { kind: 'resume' },
      { kind: 'resume', step: 'q2' },
      { kind: 'resume', step: '__proto__' },
      { kind: 'spoken' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...FLOWS, PROMPT, PROMPT, 'perdu'),
        fc.dictionary(fc.constantFrom('p', 'autre', 'constructor'), value),
      )
      .map(([id, params]): EngineInput => ({ kind: 'interrupt', flow: id, params })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...FLOWS, '__proto__').map((id): EngineInput => ({ kind: 'start', flow: id })),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      value.map((held): EngineInput => ({ kind: 'result', result: { ok: true, value: held } })),
      fc
        .dictionary(fc.string({ maxLength: 8 }), value, { maxKeys: 5 })
        .map((held): EngineInput => ({ kind: 'result', result: { ok: true, value: held } })),
      list.map((held): EngineInput => ({ kind: 'result', result: { ok: true, value: held } })),
      list.map((held): EngineInput => ({ kind: 'result', result: { ok: true, value: held } })),
      fc.constant<EngineInput>({ kind: 'result', result: { ok: false, code: 'no' } }),
    ),
  },
);
