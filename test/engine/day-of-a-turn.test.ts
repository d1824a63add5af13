import { expect, it } from '@jest/globals';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { advance } from '../../src/engine/advance.ts';
import { compileFlows } from '../../src/engine/compile-flows.ts';
import { understanding } from '../../src/language/index.ts';
import { KNOWN } from './talk.ts';
import { EVERY_TEXT } from './universe.ts';

const FLOW = { file: 'flows/f.yaml', source: 'id: f\nsteps: [{ ask: jour, type: date, min: today }]' };
const { flows } = compileFlows([FLOW], EVERY_TEXT, understanding, KNOWN);

/** What is kept when the question was asked in the morning and answered at `moment`. */
const answered = (moment: string, text: string): unknown => {
  const facts = { lang: 'fr', nonce: 'n' };
  const morning = { ...facts, now: Date.parse('2026-12-31T08:00:00Z') };
  const { session } = advance(flows, null, NEW_PROFILE, { kind: 'start', flow: 'f' }, morning);
  const reply = { kind: 'reply' as const, reply: { kind: 'text' as const, text } };
  const { events } = advance(flows, session, NEW_PROFILE, reply, { ...facts, now: Date.parse(moment) });
  return events.find(({ kind }) => kind === 'answered');
};

it('F1: a day is said from the day of the answer, to its last second', () => {
  expect(answered('2026-12-31T23:59:59.999Z', 'demain')).toMatchObject({ value: '2027-01-01' });
  expect(answered('2027-01-01T00:00:00Z', 'demain')).toMatchObject({ value: '2027-01-02' });
  expect(answered('2027-01-01T00:00:00Z', 'sini')).toMatchObject({ value: '2027-01-02' });
});

it('F1: a bound of today is the day of the answer', () => {
  expect(answered('2026-12-31T23:59:59.999Z', '31/12/2026')).toMatchObject({ value: '2026-12-31' });
  expect(answered('2027-01-01T00:00:00Z', '31/12/2026')).toBeUndefined();
});
