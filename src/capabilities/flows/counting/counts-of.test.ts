import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomFlows, randomInput } from '../../../../test/engine/random-flows.ts';
import { buildSet, Talk } from '../../../../test/engine/talk.ts';
import type { FlowSet } from '../../../engine/flow-set.ts';
import type { EngineInput, Session, Walked } from '../../../engine/types.ts';
import { type CountRow, countsOf } from './counts-of.ts';

const DAY_MS = 86_400_000;
const SONDAGE = `steps:
  - ask: avis
    type: choice
    choices: [bien, mal]
    tries: 2
  - ask: nom
    type: text
  - say: merci
`;
const AUTRE = 'steps: [{ ask: quoi, type: text }]\n';

/** A talk whose turns are counted; each lasts as long as is said. */
class CountedTalk extends Talk {
  rows: CountRow[][] = [];
  override clock = Date.UTC(2026, 0, 15, 23, 50);
  lang = 'fr';

  does(input: EngineInput, { afterMs = 1000, erased = false, lang = this.lang } = {}): CountRow[] {
    this.clock += afterMs - 1;
    const now = this.clock + 1;
    const before = { session: this.session, lang: this.lang };
    const walk: Walked[] = [];
    for (let next: EngineInput = input; ; next = { kind: 'result', result: { ok: true, value: 1 } }) {
      this.clock = now - 1;
      const advanced = this.turn(next);
      walk.push(...advanced.walk);
      if (advanced.waits.kind !== 'call') break;
    }
    this.lang = lang;
    if (erased) this.session = null;
    const rows = countsOf({ now, before, after: { session: this.session, lang }, walk, events: [] });
    this.rows.push(rows);
    return rows;
  }
}

const begun = () => {
  const talk = new CountedTalk(buildSet({ sondage: SONDAGE, autre: AUTRE }));
  return { talk, rows: talk.does({ kind: 'start', flow: 'sondage' }) };
};
const says = (text: string): EngineInput => ({ kind: 'reply', reply: { kind: 'text', text } });

describe('F11: what a turn changes in the figures', () => {
  it('counts who begins and where they wait', () => {
    expect(begun().rows).toEqual([
      { flow: 'sondage', day: '2026-01-15', lang: 'fr', counts: { begun: 1, 'steps.avis.waiting': 1 } },
    ]);
  });

  it('counts an answer as one, never which, with the class of the time it took', () => {
    const { talk } = begun();
    expect(talk.does(says('bien'), { afterMs: 25_000 })[0]?.counts).toEqual({
      'steps.avis.waiting': -1,
      'steps.avis.out.answered': 1,
      'steps.avis.time.4': 1,
      'steps.nom.waiting': 1,
    });
    const text = JSON.stringify(talk.does(says('Awa Traoré')));
    expect(text).not.toMatch(/Awa|bien/u);
    expect(text).toContain('"steps.merci.out.next":1');
  });

  it('counts who leaves on another day on the day they came', () => {
    const { talk } = begun();
    const rows = talk.does(says('bien'), { afterMs: DAY_MS });
    expect(rows.map(({ day, counts }) => [day, counts])).toEqual([
      ['2026-01-15', { 'steps.avis.waiting': -1, 'steps.avis.out.answered': 1, 'steps.avis.time.16': 1 }],
      ['2026-01-16', { 'steps.nom.waiting': 1 }],
    ]);
  });

  it('counts a question asked again, and the one that was given up', () => {
    const { talk } = begun();
    expect(talk.does(says('?'))[0]?.counts).toEqual({ 'steps.avis.retried': 1 });
    expect(talk.does(says('?'))[0]?.counts).toMatchObject({ 'steps.avis.out.on_fail': 1 });
  });

  it('counts who breaks off: for another flow, or because they had themselves erased', () => {
    const { talk } = begun();
    const rows = talk.does({ kind: 'start', flow: 'autre' });
    expect(rows[0]?.counts).toEqual({ 'steps.avis.waiting': -1, 'steps.avis.dropped': 1 });
    const erased = talk.does(says('?'), { erased: true });
    expect(erased[0]?.counts).toMatchObject({ 'steps.quoi.waiting': -1 });
    expect(totals(talk.rows).get('autre quoi')).toMatchObject({ waiting: 0 });
  });

  it('takes who changes their language along', () => {
    const { talk } = begun();
    const rows = talk.does({ kind: 'again' }, { lang: 'bm' });
    expect(rows.map(({ lang, counts }) => [lang, counts])).toEqual([
      ['fr', { 'steps.avis.waiting': -1 }],
      ['bm', { 'steps.avis.waiting': 1 }],
    ]);
  });

  it('says nothing where nothing moved', () => {
    const { talk } = begun();
    expect(talk.does({ kind: 'start', flow: 'nulle_part' }, { afterMs: 0 })).toEqual([]);
  });
});

type Totals = Map<string, { waiting: number; dropped: number; out: number }>;

/** The sums of rows, by flow and step; with `byDay`, by day and language too. */
function totals(rows: readonly CountRow[][], byDay = false): Totals {
  const sums: Totals = new Map();
  for (const { flow, day, lang, counts } of rows.flat())
    for (const [path, by] of Object.entries(counts)) {
      const [, step, what] = /^steps\.(\w+)\.(\w+)/u.exec(path) ?? [];
      if (step === undefined || what === undefined || what === 'retried' || what === 'time') continue;
      const name = byDay ? `${flow} ${step} ${day} ${lang}` : `${flow} ${step}`;
      const sum = sums.get(name) ?? { waiting: 0, dropped: 0, out: 0 };
      sums.set(name, { ...sum, [what]: (sum[what as keyof typeof sum] || 0) + by });
    }
  return sums;
}

/** The same flows; how often each step is entered is counted by looking on, not by the walk. */
function lookedOn(set: FlowSet): { set: FlowSet; entered: Map<string, number> } {
  const entered = new Map<string, number>();
  const flows = [...set.flows].map(([id, flow]) => {
    const steps = flow.steps.map((step) => ({
      ...step,
      node: {
        ...step.node,
        enter: (turn: Parameters<typeof step.node.enter>[0]) => {
          const name = `${id} ${step.key}`;
          entered.set(name, (entered.get(name) ?? 0) + 1);
          return step.node.enter(turn);
        },
      },
    }));
    return [id, { ...flow, steps }] as const;
  });
  return { set: { ...set, flows: new Map(flows) }, entered };
}

const standing = (session: Session | null): string[] =>
  (session?.frames ?? []).map(({ flow, step }) => `${flow} ${step}`);

describe('F11, W3: in = out + waiting + dropped at every step (glific#1778)', () => {
  const way = fc.array(
    fc.record({
      input: randomInput.filter(({ kind }) => kind !== 'result'),
      afterMs: fc.integer({ min: 0, max: 2 * DAY_MS }),
      erased: fc.integer({ max: 19, min: 0 }).map((n) => n === 0),
      lang: fc.constantFrom('fr', 'bm'),
    }),
    { minLength: 1, maxLength: 15 },
  );

  it('in random walks over random flows, with erasures, languages and days', () => {
    fc.assert(
      fc.property(randomFlows, fc.array(way, { minLength: 3, maxLength: 5 }), (flows, ways) => {
        const { set, entered } = lookedOn(buildSet(flows));
        const talks = ways.map((turns) => {
          const talk = new CountedTalk(set);
          talk.does({ kind: 'start', flow: 'f0' });
          for (const { input, ...how } of turns) talk.does(input, how);
          return talk;
        });
        const rows = talks.flatMap((talk) => talk.rows);
        const waiting = talks.flatMap((talk) => standing(talk.session));
        for (const [name, sum] of totals(rows)) {
          expect([name, sum.out + sum.waiting + sum.dropped]).toEqual([name, entered.get(name) ?? 0]);
          expect([name, sum.waiting]).toEqual([name, waiting.filter((one) => one === name).length]);
        }
        for (const sum of totals(rows, true).values())
          expect(Math.min(...Object.values(sum))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 6 },
    );
  });
});
