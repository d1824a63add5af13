import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { TEST_TOKEN, startTelegram } from './index.ts';
import type { TelegramStandIn } from './index.ts';
import type { Standing } from './channels.ts';
import type { Person } from './people.ts';
import type { MediaName } from './sent-media.ts';
import type { Update } from './shapes.ts';

/** Runs the stand-in until the process is stopped; serve.mjs is its command. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '0' },
      token: { type: 'string', default: TEST_TOKEN },
      'retry-ms': { type: 'string', default: '50' },
    },
  });
  const telegram = await startTelegram({
    port: Number(values.port),
    token: values.token,
    retryMs: Number(values['retry-ms']),
    keepCalls: 0,
  });
  const stage = http.createServer((request, response) => {
    play(telegram, request)
      .then((result) => response.end(JSON.stringify(result)))
      .catch((error: unknown) => response.writeHead(400).end(String(error)));
  });
  await new Promise<void>((resolve) => stage.listen(0, '127.0.0.1', resolve));
  const { port } = stage.address() as AddressInfo;
  console.log(
    JSON.stringify({ root: telegram.root, token: telegram.token, stage: `http://127.0.0.1:${port}` }),
  );
}

async function play(telegram: TelegramStandIn, request: http.IncomingMessage): Promise<unknown> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname === '/seen') return telegram.person(Number(url.searchParams.get('person'))).received;
  if (url.pathname === '/posted') return telegram.channel(Number(url.searchParams.get('channel'))).posted;
  if (url.pathname === '/counts') return { waiting: telegram.updates.size, written: telegram.written() };
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const asked = JSON.parse(body) as { id: number; does: string; with?: string } | Administered;
  if ('channel' in asked) return administer(telegram, asked);
  const { id, does, with: what } = asked;
  return act(telegram.person(id), does, what ?? '');
}

/** A channel as its administrators have it: its number, its name where it is public, and what the bot is in it. */
type Administered = { channel: number; named?: string; bot?: Partial<Standing> };

function administer(telegram: TelegramStandIn, { channel, named, bot }: Administered): unknown {
  const opened = telegram.channel(channel, named);
  if (bot !== undefined) opened.bot(bot);
  return opened.posted;
}

function act(person: Person, does: string, what: string): Update {
  switch (does) {
    case 'says':
      return person.says(what);
    case 'taps':
      return person.taps(what);
    case 'forges':
      return person.forges(what);
    case 'sends':
      return person.sends(what as MediaName);
    case 'blocks':
      return person.blocks();
    case 'unblocks':
      return person.unblocks();
    default:
      throw new Error(`A person cannot "${does}".`);
  }
}
