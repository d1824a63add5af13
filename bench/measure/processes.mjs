import { fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** No child of the bench lives longer, whatever hangs: milliseconds. */
const LONGEST_LIFE_MS = 20 * 60_000;
/** Between the polite signal and the other one. */
const POLITE_MS = 12_000;
/** `utime` and `stime` of /proc are counted in these a second (Linux: USER_HZ). */
const TICKS_A_SECOND = 100;

/**
 * A process that answers questions over IPC: `{ ask, …}` in, `{ answer }` or `{ error }` out, one at a time.
 * @param script path of a module that calls `answering` (see below)
 */
export function contestant(script, { args = [], env = {}, nodeArgs = [] } = {}) {
  const child = fork(script, args, {
    env: { ...process.env, ...env },
    execArgv: nodeArgs,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = bounded(child);
  return {
    pid: child.pid,
    ask: (question) =>
      new Promise((resolve, reject) => {
        const over = () => reject(new Error(`${script} ended before it answered`));
        child.once('exit', over);
        child.once('message', (said) => {
          child.off('exit', over);
          if ('error' in said) reject(new Error(said.error));
          else resolve(said.answer);
        });
        child.send(question);
      }),
    stop: () => {
      // It ends by itself, and writes its profile where one was asked for.
      if (child.connected) child.disconnect();
      return stopChild(child, ended, () => undefined);
    },
  };
}

/** The other end of {@link contestant}. */
export function answering(answer) {
  process.on('message', (question) => {
    Promise.resolve(question)
      .then(answer)
      .then(
        (result) => process.send({ answer: result }),
        (cause) => process.send({ error: cause?.stack ?? String(cause) }),
      );
  });
  process.on('disconnect', () => process.exit(0));
}

/** A program of its own; what it says on stdout is dropped. */
export function program(args, { env = {}, cwd, quiet = false } = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    cwd,
    stdio: ['ignore', 'ignore', quiet ? 'ignore' : 'inherit'],
  });
  const ended = bounded(child);
  return { pid: child.pid, exited: () => child.exitCode !== null, stop: () => stopChild(child, ended) };
}

/** CPU seconds a process has used, all its threads; `null` where there is no /proc. */
export function cpuSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}

/** Resident memory in megabytes; `null` where there is no /proc. */
export function residentMegabytes(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return null;
  }
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function bounded(child) {
  const limit = setTimeout(() => child.kill('SIGKILL'), LONGEST_LIFE_MS);
  const goWithUs = () => child.kill('SIGKILL');
  process.once('exit', goWithUs);
  return new Promise((resolve) => {
    child.once('exit', () => {
      clearTimeout(limit);
      process.off('exit', goWithUs);
      resolve();
    });
  });
}

async function stopChild(child, ended, ask = () => child.kill('SIGTERM')) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  ask();
  const limit = setTimeout(() => child.kill('SIGKILL'), POLITE_MS);
  await ended;
  clearTimeout(limit);
}
