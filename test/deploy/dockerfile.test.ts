import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../../src/app/settings.ts';
import { buildContext } from './build-context.ts';
import { environmentOf, execForm, imageOf, readStages, ROOT, type Stage, stepsFor } from './dockerfile.ts';

const packageJson = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  engines: { node: string };
  scripts: Record<string, string>;
};

describe('the Dockerfile', () => {
  const stages = readStages();
  const context = buildContext();
  const last = stages.at(-1)!;
  const named = (name: string): Stage => stages.find((stage) => stage.name === name)!;
  const steps = (stage: Stage, keyword: string) =>
    stepsFor(stages, stage).filter((step) => step.keyword === keyword);

  it('makes the server when no target is named; Chromium is in a target of its own only', () => {
    expect(last.from).toBe('server');
    const withChromium = stages.filter((stage) => /chromium/i.test(JSON.stringify(stepsFor(stages, stage))));
    expect(withChromium.map(({ name }) => name)).toEqual(['whatsapp-web']);
    expect(environmentOf(stepsFor(stages, named('whatsapp-web')))['CHROMIUM_PATH']).toBe('/usr/bin/chromium');
  });

  it('every stage stands on one image, whose Node the package accepts', () => {
    const images = new Set(stages.map((stage) => imageOf(stages, stage)));
    expect(images.size).toBe(1);
    const version = /^node:(\d+)\.(\d+)(?:\.\d+)?-/.exec([...images][0]!)!;
    const [major, minor] = /^>=(\d+)\.(\d+)$/.exec(packageJson.engines.node)!.slice(1).map(Number);
    expect(Number(version[1])).toBeGreaterThanOrEqual(major!);
    if (Number(version[1]) === major) expect(Number(version[2])).toBeGreaterThanOrEqual(minor!);
  });

  it('copies only what is there: in the repository and not ignored, or made by a stage before', () => {
    for (const [index, stage] of stages.entries()) {
      for (const { flags, words } of stage.steps.filter(({ keyword }) => keyword === 'COPY')) {
        const from = flags.get('from');
        for (const source of words.slice(0, -1)) {
          if (from === undefined) {
            expect({ source, there: existsSync(path.join(ROOT, source)), sent: context.has(source) }).toEqual(
              {
                source,
                there: true,
                sent: true,
              },
            );
          } else {
            expect(stages.slice(0, index).map(({ name }) => name)).toContain(from);
            expect(['/app/node_modules', '/app/dist']).toContain(source);
          }
        }
      }
    }
  });

  it('T1: nothing else reaches the builder: no data, keys, settings, tests', () => {
    const copied = stages.flatMap(({ steps: all }) =>
      all
        .filter(({ keyword, flags }) => keyword === 'COPY' && !flags.has('from'))
        .flatMap(({ words }) => words.slice(0, -1)),
    );
    const unused = context
      .files()
      .filter((file) => !copied.some((source) => file === source || file.startsWith(`${source}/`)));
    expect(unused).toEqual([]);
    for (const file of [
      '.env',
      'src/.env',
      'data/keyring.json',
      '.git/config',
      'node_modules/zod/package.json',
    ])
      expect({ file, sent: context.has(file) }).toEqual({ file, sent: false });
    for (const file of [
      'src/app/stop.test.ts',
      'src/web/kit/x.test.tsx',
      'test/trials/T1.trial.ts',
      'dist/x.js',
    ])
      expect({ file, sent: context.has(file) }).toEqual({ file, sent: false });
  });

  it('runs npm scripts that exist, installs by the lock file and leaves development packages behind', () => {
    const npm = stages
      .flatMap((stage) => stage.steps)
      .filter(({ keyword, words }) => keyword === 'RUN' && words[0] === 'npm')
      .map(({ words }) => words.slice(1));
    for (const [command, script] of npm) {
      if (command === 'run') expect(Object.keys(packageJson.scripts)).toContain(script);
      else expect(command).toBe('ci');
    }
    // `prepare` compiles, and would run before the sources are there.
    for (const words of npm.filter(([command]) => command === 'ci'))
      expect(words).toContain('--ignore-scripts');
    expect(npm.at(-1)).toContain('--omit=dev');
    const builds = named('build').steps.map(({ rest }) => rest);
    expect(builds.indexOf('npm run build')).toBeGreaterThan(builds.indexOf('src src'));
  });

  it.each(['server', 'whatsapp-web', undefined])('the image of %s does not run as root', (name) => {
    const users = steps(stages.find((stage) => stage.name === name)!, 'USER');
    expect(users.at(-1)?.words).toEqual(['node']);
  });

  it('listens where it says: EXPOSE and PORT are the default port, on every network', () => {
    const environment = environmentOf(stepsFor(stages, last));
    const { PORT } = readSettings({});
    expect(steps(last, 'EXPOSE').map(({ words }) => words)).toEqual([[String(PORT)]]);
    expect(environment).toMatchObject({ NODE_ENV: 'production', PORT: String(PORT), HOST: '0.0.0.0' });
  });

  it('is started as a program of its own, which hears signals', () => {
    expect(execForm(steps(last, 'CMD').at(-1))).toEqual(['node', 'dist/cli/main.js', 'serve']);
    expect(steps(last, 'ENTRYPOINT')).toEqual([]);
  });
});
