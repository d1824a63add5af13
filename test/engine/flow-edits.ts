import fc from 'fast-check';
import { stringify } from 'yaml';

/** A flow as an author thinks of it; what is written to the file follows from it, and always compiles. */
export interface Draft {
  steps: DraftStep[];
  migrate: Record<string, string>;
  /** Raised with each edit of the words. */
  wording: number;
  /** For keys no step has had. */
  next: number;
}

export interface DraftStep {
  key: string;
  kind: 'ask' | 'say' | 'set' | 'branch' | 'wait' | 'run' | 'call' | 'unnamed wait';
  type: AskDraft;
  choices: string[];
  /** A step further on: `on_fail` of a question, where a branch goes. */
  goal: string;
}

const TYPES = ['choice', 'number', 'text', 'yes_no', 'scale', 'multi'] as const;
type AskDraft = (typeof TYPES)[number];
const KINDS = ['ask', 'ask', 'ask', 'say', 'set', 'branch', 'wait', 'run', 'call', 'unnamed wait'] as const;
const CHOICES = ['eau', 'ecole', 'route', 'sante', 'paix'];

/** One stroke of an author, on whatever step `at` comes to; `n` decides the rest. */
export interface Edit {
  op: (typeof OPS)[number];
  at: number;
  n: number;
}
const OPS = [
  ...['add', 'add', 'take_away', 'rename', 'rename_and_migrate', 'replace_and_migrate', 'move', 'type'],
  ...['choices', 'choices', 'order', 'words', 'goal'],
] as const;

const whole = fc.nat({ max: 9_999 });
export const anEdit: fc.Arbitrary<Edit> = fc.record({ op: fc.constantFrom(...OPS), at: whole, n: whole });

export const firstDraft = (flow: number): Draft => ({
  steps: [0, 1, 2, 3].map((n) => stepOf(`p${n}`, flow * 7 + n * 3)),
  migrate: {},
  wording: 0,
  next: 4,
});

function stepOf(key: string, n: number): DraftStep {
  const from = n % CHOICES.length;
  return {
    key,
    kind: KINDS[n % KINDS.length] ?? 'ask',
    type: TYPES[n % TYPES.length] ?? 'text',
    choices: CHOICES.slice(from, from + 2 + (n % 2)).concat('rien'),
    goal: `p${n % 7}`,
  };
}

/** The draft after one edit. */
export function edited(draft: Draft, { op, at, n }: Edit): Draft {
  const steps = [...draft.steps];
  const index = at % Math.max(1, steps.length);
  const step = steps[index];
  const fresh = `p${draft.next}`;
  const put = (changed: Partial<DraftStep>): Draft => {
    if (step) steps[index] = { ...step, ...changed };
    return { ...draft, steps };
  };
  switch (op) {
    case 'add':
      if (steps.length >= 12) return draft;
      steps.splice(index, 0, stepOf(fresh, n));
      return { ...draft, steps, next: draft.next + 1 };
    case 'take_away':
      if (steps.length > 1) steps.splice(index, 1);
      return { ...draft, steps };
    case 'rename':
      return { ...put({ key: fresh }), next: draft.next + 1 };
    case 'rename_and_migrate':
      return {
        ...put({ key: fresh }),
        next: draft.next + 1,
        migrate: { ...draft.migrate, [step?.key ?? '']: fresh },
      };
    case 'replace_and_migrate': {
      // Another question of the same type where there is one: that is what an answer could be taken for.
      const alike = steps.filter((one) => one !== step && one.kind === 'ask' && one.type === step?.type);
      const among = alike.length > 0 ? alike : steps;
      const target = among[n % Math.max(1, among.length)]?.key ?? '';
      if (steps.length > 1) steps.splice(index, 1);
      return { ...draft, steps, migrate: { ...draft.migrate, [step?.key ?? '']: target } };
    }
    case 'move':
      steps.splice(index, 1);
      if (step) steps.splice(n % (steps.length + 1), 0, step);
      return { ...draft, steps };
    case 'type':
      return put({ type: TYPES[n % TYPES.length] ?? 'text', kind: 'ask' });
    case 'choices':
      return put({ choices: CHOICES.filter((_, nth) => ((n >> nth) & 1) === 1).concat('rien') });
    case 'order':
      return put({ choices: [...(step?.choices ?? [])].reverse() });
    case 'words':
      return { ...draft, wording: draft.wording + 1 };
    case 'goal':
      return put({ goal: `p${n % Math.max(1, draft.next)}` });
  }
}

/** The file's text. What points nowhere, or back, is left out: a loop would be the author's, not publishing's. */
export function fileOf({ steps, migrate }: Draft, child: string | undefined): string {
  const places = new Map(steps.map(({ key, kind }, place) => [kind === 'unnamed wait' ? '' : key, place]));
  const written = steps.flatMap((step, place) => {
    const further = (places.get(step.goal) ?? -1) > place ? step.goal : undefined;
    return writtenStep(step, further, steps.slice(0, place), child);
  });
  const targets = new Set(
    steps.filter(({ kind }) => kind !== 'unnamed wait' && (kind !== 'run' || child)).map(({ key }) => key),
  );
  const known = Object.entries(migrate).filter(([from, to]) => from !== '' && targets.has(to));
  return stringify(
    { survey: 'paix', migrate: Object.fromEntries(known), steps: [...written, { say: 'fin' }] },
    { aliasDuplicateObjects: false },
  );
}

type Written = Record<string, unknown>;

function writtenStep(
  { key, kind, type, choices }: DraftStep,
  further: string | undefined,
  before: readonly DraftStep[],
  child: string | undefined,
): Written[] {
  const asked = before.filter((step) => step.kind === 'ask');
  switch (kind) {
    case 'ask':
      return [
        {
          ask: key,
          type,
          ...detailsOf(type, choices),
          tries: 2,
          ...(further ? { on_fail: { goto: further } } : {}),
        },
      ];
    case 'say':
      return [{ say: key }];
    case 'set':
      return [{ set: { 'vars.v': asked.length > 0 ? `answers.${asked[0]?.key ?? ''}` : '1' }, key }];
    case 'branch':
      return [
        { if: conditionOn(asked.at(-1)), key, then: further ? { goto: further } : [{ say: `${key}_oui` }] },
      ];
    case 'wait':
      return [{ wait: { for: '1h' }, key }];
    case 'unnamed wait':
      return [{ wait: { for: '2h' } }];
    case 'run':
      return child === undefined ? [{ say: key }] : [{ run: child, key }];
    case 'call':
      return [{ call: 'surveys.next', save: 'l', key }];
  }
}

function detailsOf(type: AskDraft, choices: readonly string[]): Written {
  if (type === 'choice' || type === 'multi') return { choices };
  return type === 'scale' ? { max: choices.length + 1 } : {};
}

function conditionOn(asked: DraftStep | undefined): string {
  if (asked === undefined) return 'talk.suspended';
  const name = `answers.${asked.key}`;
  if (asked.type === 'choice') return `${name} == "eau"`;
  if (asked.type === 'number' || asked.type === 'scale') return `${name} > 2`;
  return asked.type === 'yes_no' ? name : `has(${name})`;
}
