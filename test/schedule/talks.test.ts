import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../channels/until.ts';
import { connect, type Connection } from '../../src/store/connection.ts';
import { type Installation, installation } from '../app/installation.ts';
import { PATIENCE_MS, type RunningHere, startHere } from '../app/running.ts';
import { shipped } from '../flows/shipped.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { Town } from '../month/town.ts';
import { testClock } from '../universe/time.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WELCOME = [{ say: 'bonjour' }, { tap: 'fr' }, { tap: 'accepter' }] as const;
const said = (flow: string, key: string) => shipped.speaker.say('fr', { flow, key });

describe('glific#4474: what a talk waits for comes, in a house that sleeps meanwhile', () => {
  const clock = testClock();
  const unasked: string[] = [];
  const town = new Town((user, text) => unasked.push(`${user}: ${text}`));
  let database: TestDatabase;
  let place: Installation;
  let running: RunningHere;
  let connection: Connection;

  beforeAll(async () => {
    database = await testDatabase();
    connection = await connect(database.uri);
    place = await installation({ MONGODB_URI: database.uri });
    place.env['FLOWS_DIR'] = await timedFlows(place.folder);
    running = await startHere(place, clock);
    town.movesTo(running.house);
    for (const user of ['awa', 'ibrahim', 'mariam'])
      for (const deed of [...WELCOME, { say: 'sondage' } as const]) await town.act(user, deed);
  }, PATIENCE_MS);
  afterAll(async () => {
    await running.stop();
    await place.remove();
    await connection.close();
    await database.drop();
  });

  const dueDates = async () => {
    await running.house.effects.idle();
    return connection.collection('due_dates').countDocuments({ kind: 'talk' });
  };
  const ring = async (ms: number) => {
    clock.advance(ms);
    await running.house.dues.run();
    await running.house.dues.idle();
    await running.house.reception.idle();
    await running.house.effects.idle();
  };

  it(
    'one due-date a conversation, which an erasure takes along',
    async () => {
      expect(await dueDates()).toBe(3);
      await town.act('mariam', { say: 'effacer' });
      await town.act('mariam', { tap: 'effacer' });
      await until(
        async () => (await dueDates()) === 2,
        () => 'the due-date of an erased talk',
      );
    },
    PATIENCE_MS,
  );

  it(
    'B3: the reminder of the evening comes in the morning, once, after a night without a house',
    async () => {
      await town.act('ibrahim', { tap: 'eau' });
      await running.stop();
      clock.advance(12 * HOUR);
      running = await startHere(place, clock);
      town.movesTo(running.house);
      await ring(0);
      expect(unasked).toEqual([]);
      await ring(9 * HOUR);
      await until(
        () => unasked.length > 0,
        () => 'a reminder',
      );
      await ring(0);
      expect(unasked).toEqual([`awa: ${said('sondage-paix', 'priorite.ask')}`]);
      unasked.length = 0;
    },
    PATIENCE_MS,
  );

  it(
    'the timeout comes in its time, and what is over by its expires says nothing until its person writes',
    async () => {
      await ring(3 * HOUR);
      await until(
        () => unasked.length > 0,
        () => 'what the timeout leads to',
      );
      expect(unasked).toEqual([`awa: ${said('sondage-paix', 'merci')}`]);
      await ring(7 * DAY);
      expect(unasked).toHaveLength(1);
      expect(await dueDates()).toBe(0);
      expect(await town.act('ibrahim', { say: '30' })).toContain(said('bot', 'talk_over'));
    },
    PATIENCE_MS,
  );
});

/** The shipped flows, but the first question of the survey has a day, and one reminder, due at night. */
async function timedFlows(folder: string): Promise<string> {
  const flows = path.join(folder, 'flows');
  await cp(new URL('../../flows', import.meta.url), flows, { recursive: true });
  const file = path.join(flows, 'sondage-paix.yaml');
  const choices = '    choices: [securite, eau, ecole, travail, dialogue]\n';
  const source = await readFile(file, 'utf8');
  await writeFile(
    file,
    source.replace(choices, `${choices}    timeout: { after: 24h, remind: 1, then: merci }\n`),
  );
  return flows;
}
