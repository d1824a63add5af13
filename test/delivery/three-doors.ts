import type { Connection } from 'mongoose';
import { until } from '../channels/until.ts';
import { allDone } from '../app/counting.ts';
import { type Phone, telegramPhone, webPhone } from '../app/phones.ts';
import { PATIENCE_MS, type Running, startHere } from '../app/running.ts';
import { type TalkingPlace, talkingPlace } from '../app/talking-place.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { CLOUD, type CloudStandIn, startCloud } from '../whatsapp-cloud/index.ts';
import { offersOf, type Person } from '../whatsapp-cloud/person.ts';

/** What a house is told so that it speaks through this stand-in. */
export const cloudSettings = ({ root }: Pick<CloudStandIn, 'root'>): Record<string, string> => ({
  WHATSAPP_DRIVER: 'cloud',
  WHATSAPP_CLOUD_TOKEN: CLOUD.token,
  WHATSAPP_CLOUD_APP_SECRET: CLOUD.appSecret,
  WHATSAPP_CLOUD_VERIFY_TOKEN: 'a-word-for-this-test-only',
  WHATSAPP_CLOUD_PHONE_NUMBER_ID: CLOUD.phoneNumberId,
  WHATSAPP_CLOUD_API_ROOT: root,
});

/** A house that talks on Telegram, WhatsApp and its own page, before stand-ins. */
export interface ThreeDoors {
  cloud: CloudStandIn;
  place: TalkingPlace;
  connection: Connection;
  /** Somebody new on each. */
  phones: () => Promise<Record<'telegram' | 'whatsapp-cloud' | 'web', Phone>>;
  settled: () => Promise<void>;
  restart: () => Promise<void>;
  close: () => Promise<void>;
}

export async function threeDoors(): Promise<ThreeDoors> {
  const database: TestDatabase = await testDatabase();
  const place = await talkingPlace(database.uri);
  const cloud = await startCloud({ webhook: `${place.url}/webhooks/whatsapp` });
  Object.assign(place.env, cloudSettings(cloud));
  let running: Running = await startHere(place);
  let people = 0;
  return {
    ...{ cloud, place, connection: place.connection },
    async phones() {
      people += 1;
      const id = 500 + people;
      return {
        telegram: {
          ...telegramPhone(place.telegram, id),
          chooses: async (token) => void place.telegram.person(id).forges(token),
        },
        'whatsapp-cloud': cloudPhone(cloud.person(people)),
        web: await webPhone(place),
      };
    },
    settled: () =>
      until(
        () => allDone(place.connection),
        () => 'all is applied and sent',
        PATIENCE_MS,
      ),
    async restart() {
      await running.stop();
      running = await startHere(place);
    },
    async close() {
      await running.stop();
      await cloud.stop();
      await place.close();
      await database.drop();
    },
  };
}

/** Whatever the button's id is, it comes back as if it had stood on one. */
const cloudPhone = (person: Person): Phone => ({
  says: async (text) => person.says(text),
  chooses: async (id) =>
    person.writes({
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id, title: 'x' } },
    }),
  heard: async () =>
    person.shown.map(({ params }) => ({
      text: textOf(params),
      choices: offersOf(params).map(({ id, title }) => ({ id, label: title })),
    })),
});

function textOf(params: Readonly<Record<string, unknown>>): string {
  const { text, interactive } = params as {
    text?: { body: string };
    interactive?: { body: { text: string } };
  };
  return text?.body ?? interactive?.body.text ?? '';
}
