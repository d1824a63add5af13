import { createHash } from 'node:crypto';
import { connect } from '../../src/store/connection.ts';
import { MailboxStore } from '../../src/store/mailbox.ts';
import type { AudioLink, ImageLink, MailboxItem } from '../../src/channels/web/index.ts';
import type { MediaLibrary } from '../../src/domain/media.ts';
import type { Receive } from '../../src/conversation/ports.ts';
import { testDatabase } from '../mongo/database.ts';
import { testKeyring } from '../universe/keyring.ts';
import { testClock } from '../universe/time.ts';
import { type Site, startSite } from '../web-chat/site.ts';
import type { Rig, RigMaker, Seen, Somebody } from './rig.ts';

/** A person takes this long for a message: the door lets twenty a minute through. */
const TYPING_MS = 3000;
const COME_AGAIN_MS = 5;

/** The web chat over HTTP, its letters in MongoDB. */
export const webRig: RigMaker = {
  name: 'web',
  people: 'many',
  media: ['voice', 'photo'],
  network: false,
  open,
};

async function open(receive: Receive, media: MediaLibrary): Promise<Rig> {
  const database = await testDatabase();
  const connection = await connect(database.uri);
  const { fingerprint, sealer } = testKeyring();
  const clock = testClock();
  const mailbox = new MailboxStore(connection, fingerprint, sealer, clock);
  await mailbox.prepare();
  const site = await startSite({ mailbox, clock, receive, media });
  const pages = new Map<number, Page>();
  return {
    channel: site.channel,
    account: 'web',
    person(n) {
      const page = pages.get(n) ?? pageOf(site, n, () => clock.advance(TYPING_MS));
      pages.set(n, page);
      return page;
    },
    async close() {
      for (const page of pages.values()) page.leave();
      await site.stop();
      await connection.close();
      await database.drop();
    },
  };
}

/** What the message promises must be there and weigh what it says. */
async function playable(site: Site, { url, bytes, seconds }: AudioLink): Promise<Pick<Seen, 'audio'>> {
  const body = await (await fetch(site.url + url)).arrayBuffer();
  return body.byteLength === bytes && seconds !== undefined ? { audio: seconds } : {};
}

async function visible(site: Site, { url, bytes }: ImageLink): Promise<Pick<Seen, 'picture'>> {
  const answer = await fetch(site.url + url);
  const { byteLength } = await answer.arrayBuffer();
  const isPicture = answer.headers.get('content-type') === 'image/jpeg';
  return isPicture && byteLength === bytes ? { picture: true } : {};
}

interface Page extends Somebody {
  leave(): void;
}

/** A page as the browser's script is: one message after the other, each again under its id until it is taken. */
function pageOf(site: Site, n: number, typing: () => void): Page {
  const token = createHash('sha256').update(`page ${n}`).digest('base64url');
  const headers = { authorization: `Bearer ${token}` };
  let sent = 0;
  let gone = false;
  let before: Promise<void> = Promise.resolve();
  const bring = (post: (id: string) => Promise<Response>): void => {
    const id = `m${(sent += 1)}`;
    before = before.then(async () => {
      typing();
      while (!gone && (await post(id).catch(() => undefined))?.status !== 202)
        await new Promise((resolve) => setTimeout(resolve, COME_AGAIN_MS));
    });
  };
  const items = async (): Promise<MailboxItem[]> => {
    const response = await fetch(`${site.url}/api/chat/messages?after=0`, { headers });
    return (await response.json()) as MailboxItem[];
  };
  return {
    address: token,
    says: (text) => bring((id) => site.say(token, id, text)),
    async taps(label) {
      const offered = (await items()).flatMap(({ choices }) => choices);
      const choose = offered.findLast((choice) => choice.label === label)?.id;
      bring((id) => site.post(token, { id, choose }));
    },
    sends: (media) =>
      bring((id) => {
        const form = new FormData();
        const type = media === 'voice' ? 'audio/ogg' : 'image/jpeg';
        form.set('id', id);
        form.set(media, new Blob(['bytes'], { type }), media);
        return fetch(`${site.url}/api/chat/messages`, { method: 'POST', headers, body: form });
      }),
    sees: async () =>
      Promise.all(
        (await items()).map(
          async ({ text, choices, audio, image }): Promise<Seen> => ({
            text,
            labels: choices.map((choice) => choice.label),
            ...(audio && (await playable(site, audio))),
            ...(image && (await visible(site, image))),
          }),
        ),
      ),
    leave: () => {
      gone = true;
    },
  };
}
