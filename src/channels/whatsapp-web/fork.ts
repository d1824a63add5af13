import { fork } from 'node:child_process';
import type { ProcessEvents, Process, StartProcess } from './ports.ts';
import { fromProcess, type ToProcess } from './protocol.ts';

/**
 * Starts the process with the library.
 * @param script the compiled entry of it
 * @param environment all it gets to know: none of the house's secrets
 */
export const forked =
  (script: string, environment: Readonly<Record<string, string>>): StartProcess =>
  (events) =>
    processOf(script, environment, events);

function processOf(script: string, env: Readonly<Record<string, string>>, events: ProcessEvents): Process {
  const child = fork(script, [], {
    env,
    execArgv: [],
    // Recordings and pictures go as bytes.
    serialization: 'advanced',
    // The library prints what it is told, numbers included.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Ctrl-C is for the house, which then stops in order.
    detached: true,
  });
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    events.ended();
  };
  child.on('message', (said) => {
    const { data: message } = fromProcess.safeParse(said);
    if (message === undefined) events.unreadable();
    else events.told(message);
  });
  child.once('exit', end);
  // It could not be started, or a message could not be handed to it.
  child.on('error', () => {
    child.kill('SIGKILL');
    if (child.pid === undefined) end();
  });
  return {
    tell(message: ToProcess) {
      if (over || !child.connected) return false;
      child.send(message);
      return true;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
