import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { unhurried } from '../../../../test/universe/work.ts';
import { newFolder, saysVersion, script } from '../../../../test/mongo/stand-ins.ts';
import { downloadedBefore, downloadFromMongo } from './memory-server.ts';
import { readVersion } from './version.ts';

describe('the download of mongodb-memory-server', () => {
  let cache: string;
  let lines: string[];
  let server: Server;

  beforeEach(async () => {
    cache = await newFolder();
    lines = [];
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  async function mirror(answer: RequestListener): Promise<string> {
    server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const download = (address: string, firstWordMs?: number) =>
    downloadFromMongo(
      cache,
      (line) => lines.push(line),
      // A version nobody has, so that nothing in the user's caches is found.
      { MONGOMS_DOWNLOAD_MIRROR: address, MONGOMS_USE_HTTP: 'true', MONGOMS_VERSION: '8.0.999' },
      firstWordMs,
    );

  it('brings a server, says how far it is, and is found again without the network', async () => {
    const archive = await archiveOf(saysVersion('8.0.999'));
    const fetched = await download(
      await mirror((request, response) => response.end(answerFor(request.url ?? '', archive))),
    );
    expect(fetched.ok).toBe(true);
    const binary = fetched.ok ? fetched.binary : '';
    expect(await readVersion(binary)).toEqual({ ok: true, version: '8.0.999' });
    expect(await downloadedBefore(cache)).toEqual([binary]);
    expect(lines).toContain('Downloading MongoDB: 100 %');
  });

  it('refuses an archive whose checksum differs', async () => {
    const archive = await archiveOf('exit 0');
    const address = await mirror((request, response) =>
      response.end(request.url?.endsWith('.md5') ? '0'.repeat(32) : archive),
    );
    expect(await download(address)).toMatchObject({ ok: false });
    expect(await downloadedBefore(cache)).toEqual([]);
  });

  it('gives up at once when the host refuses', async () => {
    const address = await mirror(() => undefined);
    server.close();
    expect(await download(address)).toMatchObject({ ok: false });
  });

  it('gives up in bounded time when the host says nothing', async () => {
    const address = await mirror(() => undefined);
    const { ms } = await unhurried(async () =>
      expect(await download(address, 1_500)).toEqual({ ok: false, why: 'no word for 1.5 s' }),
    );
    expect(ms).toBeLessThan(4_000);
  });
});

/** The shape of MongoDB's own archives: one folder with bin/mongod. */
async function archiveOf(body: string): Promise<Buffer> {
  const folder = await newFolder();
  await script(path.join(folder, 'mongodb', 'bin'), 'mongod', body);
  const file = path.join(folder, 'a.tgz');
  execFileSync('tar', ['-czf', file, '-C', folder, 'mongodb']);
  return readFileSync(file);
}

const answerFor = (url: string, archive: Buffer): string | Buffer =>
  url.endsWith('.md5') ? `${createHash('md5').update(archive).digest('hex')}  a.tgz` : archive;
