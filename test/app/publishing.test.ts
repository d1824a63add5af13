import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { Connection } from 'mongoose';
import { flowsPublish, flowsVersions } from '../../src/cli/flows-publish.ts';
import { connect } from '../../src/store/connection.ts';
import { until } from '../channels/until.ts';
import { type OwnFlows, ownFlows } from '../flows/own-flows.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { type Installation, installation } from './installation.ts';
import { answerTo, offered, webPhone } from './phones.ts';
import { type RunningHere, startHere } from './running.ts';

const LONG_MS = 600_000;
const POLL = (steps: string): string =>
  `survey: prix\ntriggers: [{ keywords: { fr: [prix] } }]\nsteps:\n${steps}`;
const CHER = '  - ask: cher\n    type: choice\n    choices: [oui, non]\n';
const AGE = '  - ask: age\n    type: number\n';
const LIEU = '  - ask: lieu\n    type: place\n';
const words = (cher: string): string =>
  `cher: { ask: ${cher}, choices: { oui: Oui, non: Non, peu: Un peu } }\nage: { ask: Ton âge ? }\nlieu: { ask: Où ? }\nfin: Merci\n`;

let database: TestDatabase;
let connection: Connection;
let own: OwnFlows;
let places: Installation[];
let running: RunningHere[];
beforeEach(async () => {
  database = await testDatabase();
  connection = await connect(database.uri);
  own = ownFlows();
  own.write('prix', POLL(CHER + AGE + LIEU), words('Est-ce cher ?'));
  const first = await installation({ MONGODB_URI: database.uri, ...own.env });
  const { KEY_FILE = '' } = first.env;
  places = [first, await installation({ MONGODB_URI: database.uri, ...own.env, KEY_FILE })];
  running = [];
}, LONG_MS);
afterEach(async () => {
  for (const house of running) await house.stop();
  for (const place of places) await place.remove();
  own.remove();
  await database.drop();
  await connection.close();
}, LONG_MS);

const start = async (nth: 0 | 1): Promise<RunningHere> => {
  const house = await startHere(places[nth]!);
  running.push(house);
  return house;
};
const stop = async (house: RunningHere): Promise<void> => {
  running = running.filter((one) => one !== house);
  await house.stop();
};
/** What `benkan flows …` prints. */
async function command(run: (env: NodeJS.ProcessEnv) => Promise<number>): Promise<string> {
  const out: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  try {
    expect(await run(places[0]!.env)).toBe(0);
  } finally {
    write.mockRestore();
  }
  return out.join('');
}
/** Answers of the survey as they are stored, each with the choices of the version that asked. */
const stored = async (): Promise<unknown[]> =>
  connection
    .collection('survey_answers')
    .find({}, { projection: { _id: 0, question: 1, value: 1, hash: 1 } })
    .sort({ question: 1, value: 1 })
    .toArray();
const hashes = async (): Promise<string[]> =>
  (await connection.collection('flow_versions').find({ flow: 'prix' }).sort({ at: 1 }).toArray()).map(
    ({ hash }) => String(hash),
  );

it(
  'F6: a start with edited files in the middle of a talk: the open question is finished as it was asked, with its own words, and the talk moves on to what was kept',
  async () => {
    let house = await start(0);
    const phone = await webPhone(places[0]!);
    await answerTo(phone, () => phone.says('bonjour'));
    expect((await answerTo(phone, () => phone.says('prix'))).text).toBe('Est-ce cher ?');
    await stop(house);
    // The choices change places, their question its words; the last question makes room for another.
    own.write(
      'prix',
      POLL(CHER.replace('oui, non', 'non, oui, peu') + AGE + '  - say: fin\n'),
      words('Est-ce abordable ?'),
    );
    house = await start(0);
    expect(house.lines).toContain('Flows:    published prix; 1 running: 0 move, 1 pinned');
    expect((await answerTo(phone, () => phone.says('euh'))).text).toContain('bouton');
    const next = await answerTo(phone, () => phone.says('1'));
    expect(next.text).toBe('Ton âge ?');
    expect((await answerTo(phone, () => phone.says('30'))).text).toBe('Merci');
    await stop(house);
    const [before, after] = await hashes();
    expect(await stored()).toEqual([
      { question: 'age', value: 30, hash: after },
      { question: 'cher', value: 'oui', hash: before },
    ]);
    expect(await connection.collection('conversations').countDocuments({ stands: { $exists: true } })).toBe(
      0,
    );
  },
  LONG_MS,
);

it(
  'F6: flows published while two houses serve: both take them over, a talk goes on at either, and nothing is lost',
  async () => {
    await start(0);
    const [first, second] = [await webPhone(places[0]!), await start(1).then(() => webPhone(places[1]!))];
    for (const phone of [first, second]) {
      await answerTo(phone, () => phone.says('bonjour'));
      await answerTo(phone, () => phone.says('prix'));
    }
    await answerTo(second, async () => second.chooses(await offered(second, 'non')));
    // One stands at a question that is taken away, one at a question that stays.
    own.write(
      'prix',
      POLL(CHER.replace('ask: cher', 'ask: tarif') + AGE + LIEU),
      `${words('Est-ce cher ?')}tarif: { ask: Le tarif ?, choices: { oui: Oui, non: Non } }\n`,
    );
    expect(await command((env) => flowsPublish(env, ['prix'], { dryRun: true }))).toContain(
      'Would publish 1; 2 running: 1 move, 1 pinned.',
    );
    expect(await command((env) => flowsPublish(env, ['prix'], { by: 'awa' }))).toBe(
      'prix  changed  2 running: 1 move, 1 pinned\nPublished 1; 2 running: 1 move, 1 pinned.\n',
    );
    const [before, after] = await hashes();
    expect(await command((env) => flowsVersions(env, 'prix', {}))).toMatch(
      new RegExp(
        `^prix {2}${after?.slice(0, 8)}/\\w{8} {2}published .* by awa {2}0 running\\nprix {2}${before?.slice(0, 8)}/\\w{8} {2}archived .* by awa {2}2 running\\n`,
      ),
    );
    // The trial run left nothing in the audit, the publication a line (T22).
    expect(await connection.collection('audit').find({ action: 'flows.published' }).toArray()).toEqual([
      expect.objectContaining({
        subject: 'flow/prix',
        detail: { edition: 2, change: 'changed', move: 1, pinned: 1, end: 0 },
      }),
    ]);
    const asksNewcomer = async (place: Installation): Promise<string> => {
      const phone = await webPhone(place);
      await answerTo(phone, () => phone.says('bonjour'));
      return (await answerTo(phone, () => phone.says('prix'))).text;
    };
    for (const place of places)
      await until(
        async () => (await asksNewcomer(place)) === 'Le tarif ?',
        () => 'the house has taken the flows over',
        LONG_MS,
      );
    // The first goes on at the other house, at a step that is there no more.
    const elsewhere = await fetch(`${places[1]!.url}/api/chat/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${first.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'elsewhere', say: 'oui' }),
    });
    expect(elsewhere.status).toBe(202);
    await until(
      async () => (await first.heard()).at(-1)?.text === 'Ton âge ?',
      () => 'the other house has answered',
      LONG_MS,
    );
    expect((await answerTo(second, () => second.says('41'))).text).toBe('Où ?');
    expect((await answerTo(first, () => first.says('30'))).text).toBe('Où ?');
    for (const house of [...running]) await stop(house);
    expect(await stored()).toEqual([
      { question: 'age', value: 30, hash: after },
      { question: 'age', value: 41, hash: after },
      { question: 'cher', value: 'non', hash: before },
      { question: 'cher', value: 'oui', hash: before },
    ]);
  },
  LONG_MS,
);
