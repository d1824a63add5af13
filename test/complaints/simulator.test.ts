import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { type Installation, installation } from '../app/installation.ts';
import { answerTo, offered, type Phone, webPhone } from '../app/phones.ts';
import { PATIENCE_MS, type RunningHere, startHere } from '../app/running.ts';
import { profileFor, shipped } from '../flows/shipped.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';

type Deed = { say: string } | { tap: string };

/** From the greeting through consent into the survey, with what people really write in between. */
const TALK: readonly Deed[] = [
  { tap: 'bm' },
  { say: 'success' },
  { tap: 'accepter' },
  { say: 'nyininkali' },
  { say: 'jii' },
  { say: 'null' },
  { say: 'dɛmɛ' },
  { say: 'mugan ni duuru' },
  { say: 'langue' },
  { tap: 'fr' },
  { say: 'Parler avec les voisins' },
  { say: 'menu' },
  { tap: 'continuer' },
  { say: 'Mopti' },
  { say: 'stop' },
  { tap: 'revenir' },
  { tap: 'continuer' },
  { say: 'ouais' },
  { say: 'merci' },
];

let database: TestDatabase;
let place: Installation;
let running: RunningHere;
beforeAll(async () => {
  database = await testDatabase();
  place = await installation({ MONGODB_URI: database.uri });
  running = await startHere(place);
}, PATIENCE_MS);
afterAll(async () => {
  await running.stop();
  await place.remove();
  await database.drop();
});

it(
  'glific-frontend#3112: the simulator says what the house says, word for word, button for button',
  async () => {
    const phone = await webPhone(place);
    const real = [shown(await answerTo(phone, () => phone.says('bonjour')))];
    for (const deed of TALK) real.push(shown(await done(phone, deed)));

    const rehearsal = rehearse(shipped.deps('fr'), profileFor('accueil', 'fr'));
    const simulated = [simulation(await rehearsal.begin('accueil'))];
    for (const deed of TALK) simulated.push(simulation(await rehearsal.play(deed)));

    expect(simulated).toEqual(real);
  },
  PATIENCE_MS,
);

interface Shown {
  text: string;
  labels: string[];
}

const shown = ({ text, choices }: { text: string; choices: readonly { label: string }[] }): Shown => ({
  text,
  labels: choices.map(({ label }) => label),
});

/** One answer is one message on the channel. */
function simulation(lines: Awaited<ReturnType<ReturnType<typeof rehearse>['play']>>): Shown {
  const out = lines.flatMap((line) => ('out' in line ? [line.out] : []));
  return {
    text: out.map(({ text }) => text).join('\n\n'),
    labels: (out.at(-1)?.choices ?? []).map(({ label }) => label),
  };
}

const done = (phone: Phone, deed: Deed) =>
  answerTo(phone, async () =>
    'say' in deed ? phone.says(deed.say) : phone.chooses(await offered(phone, deed.tap)),
  );
