import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import { readSettings, SETTINGS } from '../../src/app/settings.ts';
import { environmentIn, interpolated, readCompose, settingsOfReadme } from './compose-file.ts';
import { environmentOf, readStages, ROOT, stepsFor } from './dockerfile.ts';

const { services, volumes } = readCompose();
const named = (name: string) => services[name]!;
const readme = settingsOfReadme();
const image = stepsFor(readStages(), readStages().at(-1)!);
const imageEnvironment = environmentOf(image);
/** Those without which nothing starts. */
const REQUIRED = ['MONGO_KEYFILE', 'MONGO_PASSWORD', 'MONGO_ROOT_PASSWORD', 'PUBLIC_URL'];

describe('compose.yaml', () => {
  const app = named('app');
  const uri = () => new mongo.MongoClient(environmentIn(app, readme)['MONGODB_URI']!).options;
  const nodes = ['mongo1', 'mongo2', 'mongo3'];

  it('services, what they wait for and where they keep things are all there', () => {
    const here = ['app', 'keys', ...nodes, 'redis', 'replica-set', 'worker1', 'worker2'];
    expect(Object.keys(services).sort()).toEqual(here.sort());
    const used = new Set<string>();
    for (const [name, service] of Object.entries(services)) {
      for (const [other, { condition }] of Object.entries(service.depends_on)) {
        const awaited = named(other);
        expect({ name, other, profiles: awaited.profiles }).toEqual({ name, other, profiles: undefined });
        if (condition === 'service_healthy') expect(awaited.healthcheck).toBeDefined();
        // Nobody would see the end of a service that is begun again whenever it ends.
        else expect(awaited.restart).toBe('on-failure');
      }
      for (const volume of service.volumes) used.add(volume.split(':')[0]!);
    }
    expect([...used].sort()).toEqual(Object.keys(volumes).sort());
    expect(app.depends_on).toEqual({ 'replica-set': { condition: 'service_completed_successfully' } });
    expect(Object.keys(named('replica-set').depends_on)).toEqual(nodes);
  });

  it('T35: without the settings that are the operator’s own nothing starts, and it says what to do', () => {
    const all = Object.values(services).flatMap(({ environment }) => Object.values(environment));
    for (const missing of REQUIRED) {
      const env = Object.fromEntries(REQUIRED.map((name) => [name, name === missing ? '' : 'x']));
      const says = new RegExp(`^${missing}: put .+ into \\.env, (made with|e\\.g\\.) `);
      expect(() => all.map((value) => interpolated(value, env))).toThrow(says);
    }
  });

  it('the README names all of them, and nothing that is not used', () => {
    const text = readFileSync(path.join(ROOT, 'compose.yaml'), 'utf8');
    expect(Object.keys(readme)).toEqual(expect.arrayContaining(REQUIRED));
    for (const name of Object.keys(readme)) expect(text).toContain(`\${${name}:`);
  });

  it('T1: no secret stands in the file', () => {
    for (const { environment } of Object.values(services))
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|TOKEN|SECRET|KEYFILE|URI/.test(name))
          expect({ name, value }).toMatchObject({ value: asIs });
  });

  it('T35: production accepts the settings, each of which it knows', () => {
    expect(Object.keys(app.environment).filter((name) => !Object.hasOwn(SETTINGS, name))).toEqual([]);
    const settings = readSettings({ ...imageEnvironment, ...environmentIn(app, readme) });
    expect(settings).toMatchObject({ NODE_ENV: 'production', KEY_FILE: '/etc/benkan/keyring.json' });
    expect(settings.MONGODB_URI).toBeDefined();
    const webhook = {
      TELEGRAM_TOKEN: '1:a',
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_SECRET: 'x'.repeat(16),
    };
    expect(readSettings(environmentIn(app, { ...readme, ...webhook }))).toMatchObject(webhook);
    expect(() =>
      readSettings(environmentIn(app, { ...readme, ...webhook, TELEGRAM_WEBHOOK_SECRET: '' })),
    ).toThrow('TELEGRAM_WEBHOOK_SECRET');
  });

  it('P9: the workers are what the site is, in another role, at the same Redis, which writes to no disk', () => {
    for (const name of ['worker1', 'worker2']) {
      const { command, ports, ...worker } = named(name);
      expect(command).toEqual(['node', 'dist/cli/main.js', 'serve', '--role', 'worker']);
      expect(worker.environment).toEqual(app.environment);
      expect(worker.volumes).toEqual(app.volumes);
      expect(ports).toEqual([]);
    }
    const { REDIS_URL } = readSettings({ ...imageEnvironment, ...environmentIn(app, readme) });
    const { command = [], volumes: kept } = named(new URL(REDIS_URL!).hostname);
    expect(kept).toEqual([]);
    expect(command.join(' ')).toContain('--save  --appendonly no');
    expect(command[command.indexOf('--maxmemory-policy') + 1]).toBe('noeviction');
  });

  it('the database’s address names the three nodes, their set, and a user of its own', () => {
    const { hosts, replicaSet, credentials, dbName } = uri();
    expect(hosts.map(String)).toEqual(nodes.map((node) => `${node}:27017`));
    expect({ dbName, user: credentials?.username }).toEqual({ dbName: 'benkan', user: 'benkan' });
    for (const node of nodes) {
      const { command = [], volumes: kept } = named(node);
      expect(command[command.indexOf('--replSet') + 1]).toBe(replicaSet);
      expect(command).toEqual(
        expect.arrayContaining(['mongod', '--keyFile', '/run/keyfile', '--bind_ip_all']),
      );
      expect(kept).toEqual([`${node}:/data/db`]);
    }
    expect(environmentIn(named('replica-set'), readme)['MONGODB_URI']).toBe(
      environmentIn(app, readme)['MONGODB_URI'],
    );
    // MongoDB's exception for the first user holds on the first host only.
    expect(named('replica-set').network_mode).toBe(`service:${hosts[0]!.host!}`);
  });

  it('only the site is reached from outside, and only by a proxy on this machine', () => {
    expect(app.ports).toEqual(['127.0.0.1:3000:3000']);
    for (const [name, { ports }] of Object.entries(services)) if (name !== 'app') expect(ports).toEqual([]);
  });

  it('the keyring is made where the server looks for it, outside its data, and the server cannot change it', () => {
    const { KEY_FILE } = readSettings({ ...imageEnvironment, ...environmentIn(app, readme) });
    expect(named('keys').command?.at(-1)).toBe(KEY_FILE);
    expect(named('keys').profiles).toEqual(['setup']);
    const folder = path.posix.dirname(KEY_FILE!);
    expect(app.volumes).toEqual([`keys:${folder}:ro`, `data:${imageEnvironment['DATA_DIR']}`]);
    expect(named('keys').volumes).toEqual([`keys:${folder}`]);
    expect(image.map(({ rest }) => rest)).toContain(
      `install --directory --owner=node --group=node --mode=700 ${folder} ${imageEnvironment['DATA_DIR']}`,
    );
  });

  it('programs are in the image, run without rights, and have the time to stop in order (T31: 10 s)', () => {
    const copied = image.filter(({ keyword }) => keyword === 'COPY').flatMap(({ words }) => words);
    for (const name of ['app', 'worker1', 'keys', 'replica-set']) {
      const service = named(name);
      expect(service).toMatchObject({ image: 'benkan', build: '.', read_only: true, cap_drop: ['ALL'] });
      const [program, file = ''] = service.command ?? ['node', 'dist/cli/main.js'];
      expect(program).toBe('node');
      expect(file.startsWith('dist/') ? '/app/dist' : file).toBe(
        copied.find(
          (source) => [file, '/app/dist'].includes(source) && file.startsWith(source.replace('/app/', '')),
        ),
      );
    }
    expect(Number.parseInt(app.stop_grace_period!, 10)).toBeGreaterThan(10);
  });

  describe('the entry of a database node', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'benkan-entry-'));
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it('writes its keyfile for mongod alone and hands everything else on', () => {
      const keyfile = path.join(folder, 'keyfile');
      const program = (name: string, body: string) => {
        writeFileSync(path.join(folder, name), `#!/bin/bash\n${body}\n`);
        chmodSync(path.join(folder, name), 0o755);
      };
      program('install', `echo "install $*" >> ${folder}/calls; : > "\${!#}"`);
      program('docker-entrypoint.sh', `echo "entry $* key=\${MONGO_KEYFILE-none}" >> ${folder}/calls`);
      const { entrypoint, command } = named('mongo1');
      const [shell = '', ...args] = [...entrypoint!, ...command!].map((word) =>
        interpolated(word, {}).replaceAll('/run/keyfile', keyfile),
      );
      execFileSync(shell, args, {
        stdio: 'ignore',
        env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, MONGO_KEYFILE: readme['MONGO_KEYFILE']! },
      });
      expect(readFileSync(keyfile, 'utf8')).toBe(readme['MONGO_KEYFILE']);
      expect(readFileSync(path.join(folder, 'calls'), 'utf8').split('\n')).toEqual([
        `install --owner=mongodb --group=mongodb --mode=400 /dev/null ${keyfile}`,
        `entry ${command!.join(' ').replace('/run/keyfile', keyfile)} key=none`,
        '',
      ]);
    });

    it('a keyfile as the README makes it is one that MongoDB takes: 6 to 1024 characters of base64', () => {
      expect(readme['MONGO_KEYFILE']).toMatch(/^[A-Za-z0-9+/]{6,1024}$/);
    });
  });
});

/** A value that is put in by the operator, but for the address around it. */
const asIs: unknown = expect.stringMatching(/^(?:mongodb:\/\/benkan:)?\$\{\w+:[?-][^}]*\}(?:@mongo1.*)?$/);
