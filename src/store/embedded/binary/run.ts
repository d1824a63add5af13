import { spawn } from 'node:child_process';

export interface Ran {
  ok: boolean;
  stdout: string;
  /** The last lines of both streams or the system's own words; empty when it went well. */
  why: string;
}

export interface RunLimits {
  /** The whole run. */
  totalMs: number;
  /** Silence on both streams before the first word, and after it. */
  firstWordMs?: number;
  silenceMs?: number;
  onText?: (text: string) => void;
}

/** Enough for a version or an error; a chatty program must not fill the memory. */
const KEPT = 16_384;

/** Runs a program without a shell and without standard input; never throws, always ends within its limits. */
export function run(program: string, args: readonly string[], limits: RunLimits): Promise<Ran> {
  return new Promise((resolve) => {
    // Its own process group: a shim (pyenv, a wrapper script) is stopped together with what it started.
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let stdout = '';
    let stderr = '';
    let stopped = '';
    const stop = (why: string) => {
      stopped = why;
      stopGroup(child.pid);
    };
    const total = setTimeout(stop, limits.totalMs, `no end after ${limits.totalMs / 1000} s`);
    let silence = watchSilence(limits.firstWordMs, stop);
    const heard = (text: string) => {
      clearTimeout(silence);
      silence = watchSilence(limits.silenceMs, stop);
      limits.onText?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout = (stdout + text).slice(-KEPT);
      heard(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-KEPT);
      heard(text);
    });
    const end = (ok: boolean, why: string) => {
      clearTimeout(total);
      clearTimeout(silence);
      resolve({ ok, stdout, why });
    };
    child.once('error', (error: NodeJS.ErrnoException) => end(false, error.code ?? error.message));
    child.once('close', (code, signal) => {
      const ended =
        stopped || lastLine(stderr) || lastLine(stdout) || `ended with ${code ?? signal ?? 'nothing'}`;
      end(code === 0 && stopped === '', code === 0 && stopped === '' ? '' : ended);
    });
  });
}

function watchSilence(ms: number | undefined, stop: (why: string) => void) {
  return ms === undefined ? undefined : setTimeout(stop, ms, `no word for ${ms / 1000} s`);
}

function stopGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

/** One line, short, and without addresses: an index address may hold a password. */
function lastLine(text: string): string {
  const line =
    text
      .trim()
      .split(/[\r\n]+/)
      .at(-1) ?? '';
  return line.replace(/\w+:\/\/\S+/g, '<address>').slice(0, 200);
}
