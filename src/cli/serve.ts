import path from 'node:path';
import { config } from 'dotenv';
import type { ServeRole } from '../app/many/roles.ts';
import { serve } from '../app/serve.ts';
import { readSettings } from '../app/settings.ts';

/** A second signal does not wait for what the first one asked for. */
const EXIT_ON_SECOND_SIGNAL = 130;
/** T31: gone within 10 s, whatever hangs. */
const LAST_RESORT_MS = 9800;

/** Runs until SIGTERM or SIGINT. @returns the exit code */
export async function serveCommand(env: NodeJS.ProcessEnv, role: ServeRole = 'all'): Promise<number> {
  config({ quiet: true });
  const stopped = signalled();
  // Counted from the signal: it may come while the start still waits for a database or a download.
  void stopped.then(() => setTimeout(() => process.exit(1), LAST_RESORT_MS).unref());
  const serving = await serve({
    settings: readSettings(env),
    role,
    pathFolders: (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== ''),
    say: (line) => process.stdout.write(`${line}\n`),
    untilStopped: stopped,
  });
  await stopped;
  await serving?.stop();
  return 0;
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    let signals = 0;
    const heard = (): void => {
      signals += 1;
      if (signals > 1) process.exit(EXIT_ON_SECOND_SIGNAL);
      resolve();
    };
    process.on('SIGTERM', heard);
    process.on('SIGINT', heard);
  });
}
