import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { readStages, ROOT, stepsFor } from './dockerfile.ts';

/**
 * Lays out in `folder` what the image has in its /app: what the last stage copies and nothing else, with the packages
 * that `npm ci --omit=dev` leaves.
 */
export function layOut(folder: string): void {
  const stages = readStages();
  for (const { keyword, flags, words } of stepsFor(stages, stages.at(-1)!)) {
    if (keyword !== 'COPY') continue;
    const target = words.at(-1)!;
    for (const source of words.slice(0, -1)) {
      const to = path.join(folder, target.endsWith('/') ? path.join(target, path.basename(source)) : target);
      if (source === '/app/node_modules') linkPackages(to);
      else cpSync(path.join(ROOT, flags.has('from') ? source.replace('/app/', '') : source), to, copy);
    }
  }
}

/** Node is told to keep to the links, so that a package of development is found by nobody, however deep. */
export const KEEP_TO_LINKS = ['--preserve-symlinks', '--preserve-symlinks-main'];

const copy = { recursive: true, filter: (file: string) => !/\.test\.tsx?$/.test(file) };

/** The packages that the lock file does not mark as development's, at the top of node_modules; deeper ones lie in them. */
function linkPackages(to: string): void {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: true; devOptional?: true }>;
  };
  rmSync(to, { recursive: true, force: true });
  for (const [place, { dev, devOptional }] of Object.entries(packages)) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(place)?.[1];
    if (name === undefined || dev === true || devOptional === true) continue;
    if (!existsSync(path.join(ROOT, place))) continue;
    mkdirSync(path.dirname(path.join(to, name)), { recursive: true });
    symlinkSync(path.join(ROOT, place), path.join(to, name));
  }
}
