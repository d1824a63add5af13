import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Deliveries, type Shows } from './deliveries.ts';
import { Phone } from './phone.ts';
import { demand, GatewayRefusal } from './refusal.ts';
import { checkMessage, type Handed } from './rules.ts';

export const GATEWAY = {
  key: 'a-key-of-the-stand-in',
  number: '36000',
  secret: 'a-secret-of-the-stand-in',
} as const;

/** What goes wrong with the next message. */
export type Fault =
  | 'nothing'
  | { status: number; retryAfter?: number }
  /** A code of its own in an answer of 200. */
  | { code: number }
  /** An answer that is not the gateway's: a page of a captive portal. */
  | 'a page'
  /** The connection ends before, or after the message was taken. */
  | 'drops before'
  | 'drops after';

export interface Options {
  /** Where it brings what people send. */
  webhook: string;
  shows?: Shows;
  /** Sends long texts as parts of one message. */
  joins?: boolean;
  /** Brings the parts of a long SMS one by one, of so many letters. */
  brings?: { partsOf: number };
  /** Tells of every message that it was delivered. */
  reports?: boolean;
  retryMs?: number;
}

export type GatewayStandIn = Awaited<ReturnType<typeof startGateway>>;

/** A strict local SMS gateway on 127.0.0.1. What it cannot prove stands in README.md beside this file. */
export async function startGateway(options: Options) {
  const { webhook, shows = 'hmac', joins = true, brings, reports = false, retryMs = 10 } = options;
  const deliveries = new Deliveries(webhook, GATEWAY.secret, shows, retryMs);
  const phones = new Map<number, Phone>();
  const faults: Fault[] = [];
  const taken: (Handed & { id: string })[] = [];
  let references = 0;

  const arrives = (from: Phone, text: string, id: string): void => {
    const pieces = brings === undefined ? [text] : cut(text, brings.partsOf);
    references += 1;
    pieces.forEach((piece, at) => {
      const part = pieces.length > 1 && { ref: String(references % 256), part: at + 1, parts: pieces.length };
      const bringsIt = { ...GIVEN, ...part, from: from.number.slice(1), text: piece };
      deliveries.bring({ ...bringsIt, id: pieces.length > 1 ? `${id}.${at + 1}` : id });
    });
  };

  function take(body: Buffer, request: http.IncomingMessage, fault: Fault | undefined): [number, object] {
    try {
      demand(request.headers.authorization === `Bearer ${GATEWAY.key}`, 401, 401, 'key');
      demand(request.method === 'POST' && request.url === '/v1/messages', 404, 404, 'no such path');
      demand(/^application\/json\b/.test(request.headers['content-type'] ?? ''), 415, 415, 'no JSON');
      if (typeof fault === 'object' && 'code' in fault) throw new GatewayRefusal(200, fault.code, 'ordered');
      if (typeof fault === 'object') throw new GatewayRefusal(fault.status, fault.status, 'ordered');
      const handed = checkMessage(jsonIn(body), GATEWAY.number, joins);
      const phone = [...phones.values()].find(({ number }) => number === handed.to);
      demand(phone !== undefined, 200, 404, 'UnsupportedNumber');
      demand(!phone.blocked, 200, 406, 'UserInBlacklist');
      const id = `out-${taken.length + 1}`;
      taken.push({ ...handed, id });
      phone.received.push(handed);
      if (reports) deliveries.bring({ report: { id, state: 'Success' } });
      return [200, { messages: [{ id, code: 100 }] }];
    } catch (cause) {
      if (cause instanceof GatewayRefusal)
        return [cause.status, { messages: [{ id: '', code: cause.code }] }];
      throw cause;
    }
  }

  const server = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });
  async function serve(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const fault = faults.shift();
    if (fault === 'drops before') return void request.socket.destroy();
    if (fault === 'a page') return void response.writeHead(200).end('<html>Wi-Fi</html>');
    const [status, json] = take(Buffer.concat(chunks), request, fault);
    if (fault === 'drops after') return void request.socket.destroy();
    const { retryAfter } = typeof fault === 'object' && 'status' in fault ? fault : {};
    const pause = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    response.writeHead(status, { 'content-type': 'application/json', ...pause }).end(JSON.stringify(json));
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/messages`;
  return {
    /** The settings by which a Benkan talks to it. */
    settings: settingsFor(url, shows),
    url,
    deliveries,
    /** What goes wrong next, in this order. */
    faults,
    /** Every message it took, in order. */
    taken,
    phone(n: number): Phone {
      const known = phones.get(n) ?? new Phone(n, arrives);
      phones.set(n, known);
      return known;
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await deliveries.stop();
    },
  };
}

/** Beside what is read: gateways send more than anybody needs. */
const GIVEN = { event: 'sms', network: '61002', cost: 0.02 };

const settingsFor = (url: string, shows: Shows): Record<string, string> => ({
  SMS_SEND_URL: url,
  SMS_SEND_HEADERS: JSON.stringify({ authorization: `Bearer ${GATEWAY.key}` }),
  SMS_SEND_BODY: '{"to":"{to}","from":"{from}","text":"{text}","reference":"{id}"}',
  SMS_NUMBER: GATEWAY.number,
  SMS_ANSWER_ID: 'messages.0.id',
  SMS_ANSWER_CODE: 'messages.0.code',
  SMS_ANSWER_CODES: 'ok:100 gone:403,404,406 later:405 refused:402,413',
  SMS_INBOUND_SECRET: GATEWAY.secret,
  SMS_INBOUND_FIELDS: 'from=from text=text id=id ref=ref part=part parts=parts',
  SMS_REPORT_FIELDS: 'id=report.id state=report.state code=report.reason',
  SMS_PER_SECOND: '1000',
  ...(shows === 'hmac' && {
    SMS_INBOUND_AUTH: 'hmac',
    SMS_INBOUND_HEADER: 'X-Signature',
    SMS_INBOUND_TIME_HEADER: 'X-Timestamp',
  }),
});

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch {
    throw new GatewayRefusal(400, 400, 'not JSON');
  }
}

function cut(text: string, letters: number): string[] {
  const all = Array.from(text);
  return Array.from({ length: Math.ceil(all.length / letters) }, (_, at) =>
    all.slice(at * letters, (at + 1) * letters).join(''),
  );
}
