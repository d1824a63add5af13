import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Router } from 'express';
import type { Receive } from '../../src/conversation/ports.ts';
import type { Inbound, Outbound } from '../../src/domain/message.ts';
import {
  type Mailbox,
  webChannel,
  type WebChannel,
  type WebChannelOptions,
} from '../../src/channels/web/index.ts';
import { memoryMailbox } from './memory-mailbox.ts';

export interface Site {
  url: string;
  port: number;
  channel: WebChannel;
  /** Everything the door has handed over, repeats included. */
  heard: Inbound[];
  reported: unknown[];
  mailbox: Mailbox;
  /** Opens a chat over HTTP and answers with its token. */
  open(): Promise<string>;
  post(token: string, body: unknown): Promise<Response>;
  say(token: string, id: string, say: string): Promise<Response>;
  /** Lets the bot say something. */
  tell(token: string, text: string, more?: Partial<Outbound>): Promise<void>;
  stop(): Promise<void>;
}

export interface SiteOptions extends Partial<WebChannelOptions> {
  receive?: Receive;
  port?: number;
  /** Served beside the channel: the page. */
  beside?: Router;
  /** False: the doors are open before the conversation is (a start in the middle). */
  started?: boolean;
}

/** The web channel on a real socket, with a conversation that only remembers what it was handed. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
  const heard: Inbound[] = [];
  const reported: unknown[] = [];
  const mailbox = options.mailbox ?? memoryMailbox();
  const channel = webChannel({
    clock: { now: () => Date.now() },
    chance: { token: (bytes) => randomBytes(bytes).toString('base64url') },
    report: (cause) => reported.push(cause),
    pollMs: 50,
    ...options,
    mailbox,
  });
  const receive: Receive = async (message) => {
    heard.push(message);
    return (await options.receive?.(message)) ?? 'committed';
  };
  if (options.started !== false) await channel.start?.(receive);
  const app = express();
  app.disable('x-powered-by');
  app.use(channel.router);
  if (options.beside !== undefined) app.use(options.beside);
  // A connection that closes while a request is on its way is nobody's answer.
  const server = createServer({ keepAliveTimeout: 60_000 }, app).listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const post = (token: string, body: unknown): Promise<Response> =>
    fetch(`${url}/api/chat/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    url,
    port,
    channel,
    heard,
    reported,
    mailbox,
    async open() {
      const response = await fetch(`${url}/api/chat`, { method: 'POST' });
      return ((await response.json()) as { token: string }).token;
    },
    post,
    say: (token, id, say) => post(token, { id, say }),
    async tell(token, text, more = {}) {
      await channel.send(
        { id: randomBytes(9).toString('hex'), address: token, lane: 'reply', text, ...more },
        'web',
      );
    },
    async stop() {
      await channel.stop?.();
      await close(server);
    },
  };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  if (!server.listening) return;
  server.close();
  await once(server, 'close');
}
