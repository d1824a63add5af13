import { describe, expect, it } from '@jest/globals';
import { scriptOf } from '../../src/app/script.ts';
import { rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import type { Why } from '../../src/conversation/because.ts';
import type { Deed } from '../../src/conversation/rehearsal/deed.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { intentReader } from '../../src/language/index.ts';
import { buildSet } from '../engine/talk.ts';
import { profileFor, shipped } from '../flows/shipped.ts';

const FLOWS = {
  accueil: 'triggers: [{ event: first_contact }]\nbefore_consent: true\nsteps: [{ say: bienvenue }]',
  f: `survey: paix
expires: 3d
steps:
  - { ask: eau, type: choice, choices: [puits, robinet], timeout: { after: 24h, remind: 1, then: soif } }
  - { ask: fond, type: number }
  - { say: soif }
  - { wait: { until: "09:30" }, key: nuit }
  - { ask: encore, type: yes_no }
`,
};
const rehearsal = () =>
  rehearse(
    {
      script: scriptOf(buildSet(FLOWS)),
      intents: intentReader,
      speaker: { languages: ['fr'], fallback: 'fr', say: (_lang, { flow, key }) => `${flow}.${key}` },
      effects: [],
      calls: [],
    },
    { ...NEW_PROFILE, consents: { base: 1 } },
  );
type Played = Awaited<ReturnType<ReturnType<typeof rehearsal>['play']>>;
const shown = (lines: Played): string[] =>
  lines.flatMap((line) => ('out' in line ? [line.out.text] : 'event' in line ? [line.event.kind] : []));
const HOUR = 3_600_000;

it('F9: time that passes in a rehearsal brings what it brings in the house, each at its own time', async () => {
  const one = rehearsal();
  expect(shown(await one.begin('f'))).toEqual(['f.eau.ask']);
  expect(shown(await one.play({ wait: 25 * HOUR }))).toEqual([
    ...['reminded', 'f.eau.remind', 'timed_out', 'f.soif', 'f.encore.ask'],
  ]);
  expect(one.offered()).toEqual(['yes', 'no']);
  expect(shown(await one.play({ wait: 4 * 24 * HOUR }))).toEqual(['expired', 'survey_ended']);
  expect(shown(await one.play({ say: 'oui' }))).toEqual(['bot.talk_over']);
  expect(one.end()).toEqual({ end: { state: 'done', bytes: 0 } });
});

it('F9: an answer takes its timers along', async () => {
  const one = rehearsal();
  await one.begin('f');
  await one.play({ tap: 'puits' });
  expect(shown(await one.play({ wait: 25 * HOUR }))).toEqual([]);
  expect(shown(await one.play({ say: 'retour' }))).toEqual([
    'bot.back_to',
    'f.eau.choices.puits',
    'f.eau.ask',
  ]);
});

describe('W13: why a rehearsal answers as it does, told by what did it', () => {
  /** The reasons of each deed, the beginning first. */
  async function reasons(flow: string, lang: string, deeds: readonly Deed[]): Promise<Why[][]> {
    let heard: Why[] = [];
    const one = rehearse(
      { ...shipped.deps(lang), because: (why) => heard.push(why) },
      profileFor(flow, lang),
    );
    await one.begin(flow);
    const all = [heard];
    for (const deed of deeds) {
      heard = [];
      await one.play(deed);
      all.push(heard);
    }
    return all;
  }
  const readings = (whys: readonly Why[]) =>
    whys.flatMap((why) => (why.kind === 'read' ? [[why.step, why.how, why.understood]] : []));

  it('how each thing said was read: a spelling close by, digits, words, a button, nothing at all', async () => {
    const [, ...turns] = await reasons('sondage-paix', 'fr', [
      { say: 'la sceurite' },
      { say: 'abc' },
      { say: 'vingt cinq ans' },
      { say: 'retour' },
      { say: '25' },
    ]);
    expect(turns.map(readings)).toEqual([
      [['priorite', [{ by: 'close', errors: 1 }], { kind: 'value', value: 'securite' }]],
      [['age', [], { kind: 'none' }]],
      [['age', [{ by: 'number_words' }], { kind: 'value', value: 25 }]],
      [],
      [['age', [{ by: 'number_digits' }], { kind: 'value', value: 25 }]],
    ]);
    expect(turns[3]).toContainEqual({
      ...{ kind: 'intent', read: { kind: 'one', intent: 'back' } },
      how: [{ by: 'spelling', level: 'exact' }],
    });
    expect(turns[3]).toContainEqual({ kind: 'took', input: { kind: 'back' } });
  });

  it('which way a condition took, with the values it read', async () => {
    const [, , whys = []] = await reasons('sondage-paix', 'fr', [{ tap: 'eau' }, { say: '12' }]);
    expect(whys.find(({ kind }) => kind === 'branched')).toEqual({
      ...{ kind: 'branched', flow: 'sondage-paix', step: 'trop_jeune', way: 'then' },
      condition: {
        source: 'has(answers.age) && answers.age < 15',
        names: { 'answers.age': 12 },
        result: { ok: true, value: true },
      },
    });
  });

  it('a call with what it was asked and what it brought, and what was said', async () => {
    const [, whys = []] = await reasons('verif', 'fr', [{ say: 'ML-2026-0001' }]);
    expect(whys.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['intent', 'took', 'walked', 'called', 'branched', 'happened']),
    );
  });

  it('costs nothing and changes nothing where nobody asks', async () => {
    const deeds: Deed[] = [{ say: 'eau' }, { say: '25' }, { wait: 25 * HOUR }];
    const asked = rehearse(
      { ...shipped.deps('fr'), because: () => undefined },
      profileFor('sondage-paix', 'fr'),
    );
    const plain = rehearse(shipped.deps('fr'), profileFor('sondage-paix', 'fr'));
    expect(await asked.begin('sondage-paix')).toEqual(await plain.begin('sondage-paix'));
    for (const deed of deeds) expect(await asked.play(deed)).toEqual(await plain.play(deed));
    expect(asked.stands()).toEqual(plain.stands());
  });
});

it('W13: what is played on a fork leaves the talk as it was', async () => {
  const one = rehearsal();
  await one.begin('f');
  const other = one.fork();
  await other.play({ tap: 'puits' });
  expect([one.offered(), other.offered()]).toEqual([['puits', 'robinet'], []]);
  expect(other.turned().walk.map(({ step }) => step)).toEqual(['eau', 'fond']);
});
