import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { readMultipart, SentFile } from '../telegram/multipart.ts';
import { Deliveries } from './deliveries.ts';
import { Files } from './files.ts';
import { Person } from './person.ts';
import { demand, GraphRefusal } from './refusal.ts';
import { checkMessage, type Params } from './rules.ts';

export const CLOUD = {
  token: 'EAAG-test-token-of-the-stand-in',
  appSecret: 'test-app-secret-of-the-stand-in',
  phoneNumberId: '106540352242922',
} as const;

const DAY_MS = 86_400_000;
/** One message in six seconds to one person, and 45 of credit (Cloud API, "Pair rate limits"). */
const PAIR_CREDIT = 45;
const PAIR_MS = 6_000;

/** What goes wrong with the next request. */
export type Fault =
  | { answer: number; code: number }
  /** The connection ends before, or after the message was taken. */
  | 'drops before'
  | 'drops after';

export interface Options {
  /** Where notifications go. */
  webhook: string;
  retryMs?: number;
  /** Tells what becomes of each message; a load run at one machine has no time for that. */
  tells?: boolean;
  now?: () => number;
}

export type CloudStandIn = Awaited<ReturnType<typeof startCloud>>;

/** A strict local Cloud API on 127.0.0.1. What it cannot prove stands in README.md beside this file. */
export async function startCloud({ webhook, retryMs = 10, tells = true, now = Date.now }: Options) {
  const deliveries = new Deliveries(webhook, CLOUD.appSecret, retryMs);
  const people = new Map<number, Person>();
  const faults: Fault[] = [];
  const uploads: Buffer[] = [];
  const files = new Files();
  const pairs = new Map<string, number[]>();
  let sent = 0;

  const notify = (value: object): void =>
    deliveries.bring({
      object: 'whatsapp_business_account',
      entry: [{ id: '1', changes: [{ field: 'messages', value: { ...METADATA, ...value } }] }],
    });
  const seconds = (at: number): string => String(Math.floor(at / 1000));
  const scene = {
    now,
    files,
    bring(from: Person, content: object, id: string, at: number) {
      const visible = from.hidesNumber ? {} : { from: from.phone };
      const contact = { profile: { name: 'A' }, user_id: from.userId };
      notify({
        contacts: [from.hidesNumber ? contact : { ...contact, wa_id: from.phone }],
        messages: [{ ...visible, from_user_id: from.userId, id, timestamp: seconds(at), ...content }],
      });
    },
  };
  const tell = (id: string, person: Person, status: string, code?: number): void =>
    notify({
      statuses: [
        {
          id,
          status,
          timestamp: seconds(now()),
          recipient_id: person.phone,
          pricing: { billable: false, category: 'service' },
          ...(code !== undefined && { errors: [{ code, title: 'Message failed' }] }),
        },
      ],
    });

  function message(params: Params): object {
    checkMessage(params);
    const { to, recipient, type } = params;
    const address = to ?? recipient;
    const person = [...people.values()].find(
      (each) => each.userId === address || (each.phone === address && !each.hidesNumber),
    );
    demand(person !== undefined, 131030, 'Recipient phone number not in allowed list');
    if (person.blocked) throw new GraphRefusal(400, 131026, 'Message undeliverable');
    demand(underPairRate(pairs, person.phone, now()), 131056, 'pair rate limit hit');
    sent += 1;
    const id = `wamid.out.${sent}`;
    const open = now() - person.wroteAt < DAY_MS;
    if (!open && type !== 'template') {
      // The platform takes it, and tells of its end later.
      tell(id, person, 'failed', 131047);
    } else {
      person.shown.push({ id, params });
      if (tells) for (const state of ['sent', 'delivered', 'read']) tell(id, person, state);
    }
    const contact = to === undefined ? { user_id: recipient } : { wa_id: to };
    return { messaging_product: 'whatsapp', contacts: [{ input: address, ...contact }], messages: [{ id }] };
  }

  const server = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });
  async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const fault = faults.shift();
    if (fault === 'drops before') return void request.socket.destroy();
    const file = files.at(request.url ?? '');
    if (file !== undefined && request.headers.authorization === `Bearer ${CLOUD.token}` && !fault)
      return void response.writeHead(200, { 'content-length': file.length }).end(file);
    const [status, json] = answerTo(request, Buffer.concat(chunks), fault);
    if (fault === 'drops after') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
  }
  function answerTo(request: http.IncomingMessage, body: Buffer, fault: Fault | undefined): [number, object] {
    try {
      if (typeof fault === 'object') throw new GraphRefusal(fault.answer, fault.code, 'ordered');
      if (request.headers.authorization !== `Bearer ${CLOUD.token}`)
        throw new GraphRefusal(401, 190, 'Invalid OAuth access token.');
      const [, asked] = /^\/v\d+\.0\/(\d+)$/.exec(request.url ?? '') ?? [];
      if (asked !== undefined && request.method === 'GET')
        return [200, files.describe(asked, `http://${request.headers.host ?? ''}`)];
      const [, number, door] = /^\/v\d+\.0\/(\d+)\/(messages|media)$/.exec(request.url ?? '') ?? [];
      if (number !== CLOUD.phoneNumberId || request.method !== 'POST')
        throw new GraphRefusal(404, 100, 'Unsupported post request.');
      return [200, door === 'media' ? upload(uploads, request, body) : message(jsonIn(body))];
    } catch (cause) {
      if (cause instanceof GraphRefusal) return [cause.status, cause.body()];
      throw cause;
    }
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    /** What `WHATSAPP_CLOUD_API_ROOT` is set to. */
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deliveries,
    /** What goes wrong next, in this order. */
    faults,
    uploads,
    /** What people sent. */
    files,
    /** A notification of any kind. */
    notify,
    person(n: number): Person {
      const known = people.get(n) ?? new Person(scene, n);
      people.set(n, known);
      return known;
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await deliveries.stop();
    },
  };
}

const METADATA = {
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '22320000000', phone_number_id: CLOUD.phoneNumberId },
};

function jsonIn(body: Buffer): Params {
  try {
    return JSON.parse(body.toString()) as Params;
  } catch {
    throw new GraphRefusal(400, 100, 'Invalid JSON');
  }
}

function upload(uploads: Buffer[], request: http.IncomingMessage, body: Buffer): object {
  const form = readMultipart(body, request.headers['content-type'] ?? '');
  demand(form['messaging_product'] === 'whatsapp', 100, 'The parameter messaging_product is required.');
  const known = /^(audio\/(ogg|mpeg|mp4)|image\/(jpeg|png))$/;
  demand(known.test(String(form['type'])), 100, 'Param file must be a known type');
  const { file } = form;
  demand(file instanceof SentFile && file.bytes.length > 0, 131053, 'Media upload error');
  uploads.push(file.bytes);
  return { id: `media-${uploads.length}` };
}

/** Messages to one person that still count against the credit. */
function underPairRate(pairs: Map<string, number[]>, phone: string, now: number): boolean {
  const recent = (pairs.get(phone) ?? []).filter((at) => now - at < PAIR_CREDIT * PAIR_MS);
  pairs.set(phone, [...recent, now]);
  return recent.length < PAIR_CREDIT;
}
