import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import type { House } from '../../src/app/compose.ts';
import { serve } from '../../src/app/serve.ts';
import { readSettings } from '../../src/app/settings.ts';
import type { Clock } from '../../src/domain/clock.ts';
import { until } from '../channels/until.ts';
import { built } from '../cli/benkan.ts';
import type { Installation } from './installation.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** `BENKAN_MAIN` tries another build than this tree's. */
const OTHER_MAIN = process.env['BENKAN_MAIN'];
const MAIN = OTHER_MAIN ?? path.join(ROOT, 'dist', 'cli', 'main.js');
/** Two cores, many test files: a start that takes a second alone takes many here. */
export const PATIENCE_MS = 120_000;

/** Makes sure that what `startChild` runs is what the sources say. */
export const upToDate = (): Promise<void> => (OTHER_MAIN === undefined ? built() : Promise.resolve());

/** A Benkan that serves. */
export interface Running {
  stop(): Promise<unknown>;
}

export interface RunningHere extends Running {
  house: House;
  lines: string[];
}

/** Starts it inside the test's own process. @param assets where the chat's script lies, for tests that open the chat */
export async function startHere(place: Installation, clock?: Clock, assets?: string): Promise<RunningHere> {
  const lines: string[] = [];
  const chatAssets = assets ?? path.join(place.folder, 'assets');
  if (assets === undefined) {
    // The page's script is none of these tests' business (test/web-chat), and only a build has it.
    await mkdir(chatAssets, { recursive: true });
    await writeFile(path.join(chatAssets, 'chat.js'), '');
  }
  const serving = await serve({
    settings: readSettings(place.env),
    pathFolders: [],
    say: (line) => lines.push(line),
    chatAssets,
    ...(clock === undefined ? {} : { clock }),
  });
  if (serving === undefined) throw new Error('The start was given up.');
  return { house: serving.house, lines, stop: () => serving.stop() };
}

export interface RunningChild extends Running {
  process: ChildProcess;
  /** Everything it printed so far. */
  out: () => string;
  err: () => string;
  /** Resolves when it has ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** SIGTERM, and its end. */
  stop(): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  kill(): Promise<unknown>;
}

/** Starts the built command as a process of its own; does not wait for it. */
export function startChild(place: Installation): RunningChild {
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    cwd: place.folder,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...place.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
  }));
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    process: child,
    out: () => Buffer.concat(out).toString('utf8'),
    err: () => Buffer.concat(err).toString('utf8'),
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** Starts the built command and waits until it is ready. */
export async function readyChild(place: Installation): Promise<RunningChild> {
  const child = startChild(place);
  await until(
    async () => {
      if (child.process.exitCode !== null) throw new Error(`It ended: ${child.err()}${child.out()}`);
      return isReady(place);
    },
    () => child.err() + child.out(),
    PATIENCE_MS,
  );
  return child;
}

/** Whether `/readyz` says so; a door nobody stands behind is not ready either. */
export const isReady = async (place: Installation): Promise<boolean> =>
  (await statusAt(place, '/readyz')) === 200;

/** The status at a path; 0: nobody answered within 5 s. */
export const statusAt = ({ url }: Installation, path: string): Promise<number> =>
  fetch(`${url}${path}`, { signal: AbortSignal.timeout(30_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );
