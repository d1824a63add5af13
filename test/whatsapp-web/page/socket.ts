import { browser, keep, kept } from './browser.ts';
import { Emitter } from './emitter.ts';

/** A person needs seconds to lift the phone: nothing is read before the library listens. */
const LISTENS_AFTER_MS = 30;
/** A session that was linked is there again after a moment. */
const OPENS_AFTER_MS = 100;

const PAIRED = 'paired';
/** The page is in step before the library listens, so that its `ready` is lost. */
const EARLY = 'early';

let listens: () => void = () => undefined;
const listening = new Promise<void>((resolve) => {
  listens = resolve;
});

class SocketModel extends Emitter {
  state = 'OPENING';
  hasSynced = false;

  setState(state: string): void {
    this.state = state;
    this.trigger('change:state', this, state);
  }

  takeover(): void {
    this.setState('CONNECTED');
  }
}

export const Socket = new SocketModel();
Socket.listened = (name) => {
  if (name === 'change:hasSynced') setTimeout(listens, LISTENS_AFTER_MS);
};

class ConnModel extends Emitter {
  ref = 'code-0';
  readonly platform = 'android';

  serialize(): object {
    return { ref: this.ref, platform: this.platform, pushname: 'Benkan' };
  }
}

export const Conn = new ConnModel();

let codes = 0;
class Commands extends Emitter {
  refreshQR(): void {
    codes += 1;
    Conn.ref = `code-${codes}`;
    if (Socket.state === 'UNPAIRED_IDLE') Socket.setState('UNPAIRED');
    Conn.trigger('change:ref', Conn, Conn.ref);
  }
}

export const Cmd = new Commands();

export function sync(): void {
  Cmd.trigger('offline_progress_update_from_bridge');
  Socket.hasSynced = true;
  Socket.trigger('change:hasSynced', Socket, true);
}

/** The phone reads the code. */
export async function scan(): Promise<void> {
  await listening;
  Socket.setState('PAIRING');
  await keep(PAIRED, true);
  Socket.setState('CONNECTED');
  sync();
}

/** "Log out" on the phone. */
export async function logOut(): Promise<void> {
  await keep(PAIRED, false);
  Cmd.trigger('logout_from_bridge');
  setTimeout(() => browser.location.assign('/?post_logout=1'), OPENS_AFTER_MS);
}

export const loseReady = (on: boolean): Promise<void> => keep(EARLY, on);

/** What was linked before comes up without a code, as the real page does. */
export async function open(): Promise<void> {
  if (!(await kept(PAIRED, false))) {
    Socket.setState('UNPAIRED');
    return;
  }
  const early = await kept(EARLY, false);
  setTimeout(() => {
    Socket.setState('CONNECTED');
    if (early) sync();
    else void listening.then(sync);
  }, OPENS_AFTER_MS);
}
