import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isFree } from '../../src/store/embedded/ports.ts';
import { runningEmbedded } from '../../src/store/embedded/index.ts';
import { type EmbeddedRuns, embeddedRuns, lives, mark, marks, realMongod, withDatabase } from './embedded.ts';
import { unhurried } from '../universe/work.ts';
import { newFolder, saysVersion, script } from './stand-ins.ts';

describe('the embedded database', () => {
  let runs: EmbeddedRuns;
  let stranger: Server | undefined;

  beforeEach(async () => {
    runs = await embeddedRuns();
  });
  afterEach(async () => {
    stranger?.close();
    stranger = undefined;
    await runs.end();
  });
  const occupy = async (port: number) => {
    stranger = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => stranger?.listen(port, '127.0.0.1', resolve));
  };
  const recorded = async () =>
    JSON.parse(await readFile(path.join(runs.dataDir, 'mongod.json'), 'utf8')) as Record<string, unknown>;

  it('P7: can be written to within 8 s, at its first start and after a stop, under one address', async () => {
    const { ms, result: first } = await unhurried(() => runs.start());
    expect(ms).toBeLessThan(8_000);
    await mark(first.uri, 1);
    await first.stop();

    const { ms: againMs, result: second } = await unhurried(() => runs.start());
    expect(againMs).toBeLessThan(8_000);
    expect(second.uri).toBe(first.uri);
    await mark(second.uri, 2);
    expect(await marks(second.uri)).toEqual([1, 2]);
  });

  it('records what runs, and nothing that runs after a stop', async () => {
    const running = await runs.start();
    const { pid, uri, version, binary } = running;
    const port = Number(new URL(uri).port);
    expect(await recorded()).toEqual({ v: 1, pid, port, binary, version, written: version });
    expect(await runningEmbedded(runs.dataDir)).toBe(uri);
    await running.stop();
    expect(await recorded()).toEqual({ v: 1, port, binary, version, written: version });
    expect(await runningEmbedded(runs.dataDir)).toBeUndefined();
    expect(lives(runs, pid)).toBe(false);
    expect((await readdir(runs.dataDir)).sort()).toEqual(['mongo', 'mongod.json', 'mongod.log']);
  });

  it('is a set of one that listens on 127.0.0.1 only, with a small oplog, in a folder for its owner', async () => {
    const { uri } = await runs.start();
    const [options, status] = await withDatabase(uri, (db) =>
      Promise.all([db.admin().command({ getCmdLineOpts: 1 }), db.admin().command({ replSetGetStatus: 1 })]),
    );
    expect(options['parsed']).toMatchObject({
      net: { bindIp: '127.0.0.1', unixDomainSocket: { enabled: false } },
      replication: { oplogSizeMB: 64 },
      setParameter: { diagnosticDataCollectionEnabled: 'false', transactionLifetimeLimitSeconds: '10' },
    });
    expect(status['members']).toHaveLength(1);
    expect((await stat(path.join(runs.dataDir, 'mongo'))).mode & 0o077).toBe(0);
  });

  it('moves to another port when a stranger has its own, and loses nothing', async () => {
    const first = await runs.start();
    await mark(first.uri, 1);
    await first.stop();
    await occupy(Number(new URL(first.uri).port));

    const second = await runs.start();
    expect(second.uri).not.toBe(first.uri);
    expect(runs.lines.at(-1)).toMatch(
      /^Port \d+ is taken by another program; the database moves to port \d+\.$/,
    );
    await mark(second.uri, 2);
    expect(await marks(second.uri)).toEqual([1, 2]);
  });

  it('refuses a port that was asked for and is taken', async () => {
    await occupy(0);
    const { port } = stranger?.address() as { port: number };
    expect(await isFree(port)).toBe(false);
    await expect(runs.start({ port })).rejects.toMatchObject({ kind: 'refusal', code: 'port_taken' });
  });

  it('refuses a second Benkan on the same folder while the first lives', async () => {
    const first = await runs.start();
    await expect(runs.start()).rejects.toMatchObject({
      ...{ kind: 'refusal', code: 'data_dir_in_use' },
      message: `Benkan is already running on ${runs.dataDir} (process ${process.pid}). Stop it first, or set DATA_DIR to another folder.`,
    });
    await first.stop();
    await runs.start();
  });

  it.each([
    ['of a process that is gone', { pid: 4_194_304, started: '1' }],
    ['of an earlier process with the number of a living one', { pid: process.ppid, started: '1' }],
    ['that is unreadable', 'x'],
  ])('takes over a claim %s', async (_name, claim) => {
    await mkdir(runs.dataDir, { recursive: true });
    await writeFile(path.join(runs.dataDir, 'benkan.pid'), JSON.stringify(claim));
    await runs.start();
  });

  it('refuses a folder that cannot be made', async () => {
    const file = path.join(await newFolder(), 'file');
    await writeFile(file, '');
    const dataDir = path.join(file, 'data');
    await expect(runs.start({ dataDir })).rejects.toMatchObject({
      kind: 'refusal',
      code: 'data_dir_unwritable',
    });
  });

  it('refuses a read-only folder', async () => {
    const dataDir = await newFolder();
    await chmod(dataDir, 0o555);
    const refused = asNobody(() => runs.start({ dataDir }));
    await expect(refused).rejects.toMatchObject({ kind: 'refusal', code: 'data_dir_unwritable' });
    await expect(refused).rejects.toThrow('(EACCES). Make it writable, or set DATA_DIR to another folder.');
  });

  it('refuses a server that ends at once, says what to do, and gives the folder free', async () => {
    const body = `[ "$1" = --version ] && { ${saysVersion('6.0.5')}; exit 0; }\nexit 62`;
    const binary = await script(await newFolder(), 'mongod', body);
    await expect(runs.start({ binary })).rejects.toMatchObject({
      ...{ kind: 'refusal', code: 'mongod_start_failed' },
      message: `${binary} ended (62): its files were written by another version of MongoDB; set MONGOD_BINARY to that version, or restore a backup.`,
    });
    await runs.start({ binary: realMongod() });
  });
});

/** Root may write everywhere; the test is about those who may not. */
async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
