// One process serving one talk over HTTP, which kills itself at a given point. Bundled and started by processes.ts.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { Inbound } from '../../src/domain/message.ts';
import { keyring, keyringFile } from '../../src/store/keys/keyring.ts';
import { startWorker } from '../commit/worker.ts';
import { instrumented, type Point } from './points.ts';

interface Orders {
  uri: string;
  keyringPath: string;
  /** Where messages are sent. */
  platform: string;
  leaseMs: number;
  crashAt: Point | null;
}

const RECOVER_EVERY_MS = 100;
const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const passed: Point[] = [];
const worker = await startWorker({
  uri: orders.uri,
  keyring: keyring(keyringFile.parse(JSON.parse(readFileSync(orders.keyringPath, 'utf8')))),
  leaseMs: orders.leaseMs,
  async send({ id, text, address }) {
    const response = await fetch(orders.platform, {
      method: 'POST',
      body: JSON.stringify({ id, text, address }),
    });
    return response.ok ? { kind: 'sent' } : { kind: 'retry', afterMs: 50, code: 'platform' };
  },
  instrument: instrumented((point) => {
    passed.push(point);
    if (point === orders.crashAt) process.kill(process.pid, 'SIGKILL');
  }),
});
const recovery = setInterval(() => void worker.recover().catch(() => undefined), RECOVER_EVERY_MS);

const server = createServer((request, response) => {
  const answer = (status: number, body: unknown = {}): void =>
    void response.writeHead(status).end(JSON.stringify(body));
  if (request.url === '/points') answer(200, passed);
  else if (request.url === '/remind') {
    // Not by an interval: the nth look would be another one in each run.
    remind().then(
      () => answer(200),
      () => answer(503),
    );
  } else if (request.url === '/stop') {
    clearInterval(recovery);
    worker.close().then(
      () => {
        answer(200);
        process.exit(0);
      },
      () => process.exit(1),
    );
  } else {
    read(request)
      .then((message) => worker.reception.receive(message))
      .then(
        () => answer(200),
        () => answer(503),
      );
  }
});
async function remind(): Promise<void> {
  await worker.dues.run();
  await worker.dues.idle();
  await worker.idle();
}
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? (address?.port ?? 0) : 0}\n`);
});

async function read(request: IncomingMessage): Promise<Inbound> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Inbound;
}
