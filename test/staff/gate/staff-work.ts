import type { Role } from '../../../src/web/staff/index.ts';
import { connect } from '../../../src/store/connection.ts';
import type { WholeHouse } from '../../api/whole-house.ts';
import { answerTo, type Phone, webPhone } from '../../app/phones.ts';
import { PATIENCE_MS } from '../../app/running.ts';
import { until } from '../../channels/until.ts';
import { say, tap } from '../../inbox/in-house.ts';
import { oggOpus } from '../../media/ogg-opus.ts';
import { jpeg } from '../../media/pictures.ts';
import { buildContent } from '../../updates/update-world.ts';
import { formOf } from '../../updates/updates-site.ts';
import { MARK } from './hostile-citizens.ts';

/** What the demonstration has none of: work half done, things that failed, and what citizens sent besides words. */
export async function doStaffWork(house: WholeHouse): Promise<void> {
  await Promise.all([
    updatesInEachState(house),
    otherWork(house),
    lettersLaidAside(house),
    filesAndTalks(house),
    regionsToCoordinate(house),
  ]);
  await answerWithVoice(house);
}

async function updatesInEachState(house: WholeHouse): Promise<void> {
  for (const moves of [[], ['submit'], ['submit', 'verify'], ['submit', 'verify', 'publish']] as const) {
    const form = formOf(buildContent());
    const id = /updates\/([^/?]+)/u.exec(await post(house, '/updates/new', 'editor', form))?.[1] ?? '';
    for (const move of moves) {
      const role = move === 'verify' ? 'verifier' : 'editor';
      const page = await look(house, `/updates/${id}${move === 'submit' ? '' : `/${move}`}`, role);
      const seen = /name="seen" value="([^"]*)"/u.exec(page)?.[1];
      await post(house, `/updates/${id}/${move}`, role, seen === undefined ? {} : { seen });
    }
  }
}

async function otherWork(house: WholeHouse): Promise<void> {
  await post(house, '/replies/new', 'admin', {
    title: 'Merci',
    text_fr: 'Merci de votre message.',
    rev: '0',
  });
  const event = /\/staff\/events\/(demonstration-[\w-]+)"/u.exec(
    await look(house, '/events?vue=past', 'admin'),
  )?.[1];
  const reason = { reason: 'autre', words: 'Prévenir que la salle a changé.' };
  await post(house, `/events/${event ?? ''}/people/1`, 'admin', reason);
}

async function lettersLaidAside({ database }: WholeHouse): Promise<void> {
  const connection = await connect(database.uri);
  await connection.collection('dead_letters').insertMany(
    ['telegram', 'web', 'whatsapp'].map((channel, n) => ({
      _id: Buffer.alloc(16, n + 1) as never,
      ...{ conversation: Buffer.alloc(16), code: 'turn_failed', kind: 'message', channel },
      ...{ tries: 5, sealed: Buffer.from('sealed'), until: new Date(Date.UTC(2099, 0, 20 - n)) },
    })),
  );
  await connection.close();
}

async function filesAndTalks({ url, database, running: { house } }: WholeHouse): Promise<void> {
  const [witness, talker] = [await webPhone({ url }), await webPhone({ url })];
  await agreed(witness);
  await say(witness, 'temoins');
  await answerTo(witness, () => upload(url, witness.token, 'voice', oggOpus({ seconds: 2 }), 'audio/ogg'));
  await say(witness, 'preuve');
  await answerTo(witness, () => upload(url, witness.token, 'photo', jpeg(), 'image/jpeg'));
  await agreed(talker);
  await say(talker, 'parler');
  await tap(talker, 'ecrire');
  // In danger, so that the thread stands among the first.
  await talker.says(`<img src=x onerror=alert(1)>${MARK} On me menace.`);
  await upload(url, talker.token, 'voice', oggOpus({ seconds: 3 }), 'audio/ogg');
  await upload(url, talker.token, 'photo', jpeg(), 'image/jpeg');
  const connection = await connect(database.uri);
  const kept = async (): Promise<number> => {
    await house.effects.idle();
    await house.dues.run();
    return connection.collection('citizen_media').countDocuments();
  };
  await until(async () => (await kept()) === 4, kept, PATIENCE_MS);
  await connection.close();
}

async function answerWithVoice(house: WholeHouse): Promise<void> {
  const asked = [
    ...(await look(house, '/questions', 'admin')).matchAll(/\/staff(\/questions\/[\w-]{12,})"/gu),
  ];
  const body = new FormData();
  body.set('reponse', 'Le texte est au bureau de la commune.');
  body.set('voix', new Blob([new Uint8Array(oggOpus({ seconds: 2 }))], { type: 'audio/ogg' }), 'voix.ogg');
  await post(house, asked.at(-1)?.[1] ?? '', 'admin', body);
}

/** Whoever has no region sees nobody's. */
async function regionsToCoordinate({ running: { house } }: WholeHouse): Promise<void> {
  const { accounts } = house.staff;
  const coordinator = (await accounts.ofOrg('benkan')).find(({ role }) => role === 'coordinator');
  await accounts.change(coordinator?.id ?? '', {
    role: 'coordinator',
    regions: ['bamako', 'segou', 'mopti'],
  });
}

/** Where a text has a recording, a person is asked whether they want to listen. */
async function agreed(phone: Phone): Promise<void> {
  await say(phone, 'bonjour');
  for (const key of ['fr', 'lire', 'accepter']) await tap(phone, key);
}

async function upload(url: string, token: string, kind: string, bytes: Buffer, type: string): Promise<void> {
  const body = new FormData();
  body.set('id', kind);
  body.set(kind, new Blob([new Uint8Array(bytes)], { type }), kind);
  await fetch(`${url}/api/chat/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body,
  });
}

const look = async (house: WholeHouse, path: string, role: Role): Promise<string> =>
  (await house.ask(`/staff${path}`, { cookie: house.cookies[role] })).text();

/** Answers with where it led. */
async function post(
  house: WholeHouse,
  path: string,
  role: Role,
  form: Record<string, string> | FormData,
): Promise<string> {
  const body = form instanceof FormData ? form : new URLSearchParams(form);
  const answer = await house.ask(`/staff${path}`, { method: 'POST', cookie: house.cookies[role], body });
  if (answer.status !== 303) throw new Error(`${path} as ${role}: ${String(answer.status)}`);
  return answer.headers.get('location') ?? '';
}
