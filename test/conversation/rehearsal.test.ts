import { expect, it } from '@jest/globals';
import { scriptOf } from '../../src/app/script.ts';
import { rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { intentReader } from '../../src/language/index.ts';
import { buildSet } from '../engine/talk.ts';

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
