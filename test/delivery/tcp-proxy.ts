import net, { type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** What is wrong with a line. */
export type Toxic =
  /** Everything takes so long, each way. */
  | { latencyMs: number }
  /** Connections are reset as soon as something comes to be sent on. */
  | 'resets'
  /** Everything comes in pieces of a few bytes. */
  | { slicesOf: number }
  /** No faster than this, each way of each connection. */
  | { bytesPerSecond: number }
  /** Nobody is there. */
  | 'refuses';

export type TcpProxy = Awaited<ReturnType<typeof startTcpProxy>>;

/** More than any pool of ours opens; a test that loops must not take the machine with it. */
const MOST_CONNECTIONS = 256;
/** As much of what was read may wait to be written. */
const AT_ONCE = 4096;

/** A line between us and a platform's stand-in, which can be made as bad as a village's (T30). */
export async function startTcpProxy(target: { host: string; port: number }) {
  let toxic: Toxic | undefined;
  let opened = 0;
  const sockets = new Set<net.Socket>();

  /** Carries one way, a piece at a time: what cannot be written yet is not read either. */
  async function carry(from: net.Socket, to: net.Socket): Promise<void> {
    for await (const chunk of from) {
      const bytes = chunk as Buffer;
      if (toxic === 'resets') {
        from.resetAndDestroy();
        to.resetAndDestroy();
        return;
      }
      if (typeof toxic === 'object' && 'latencyMs' in toxic) await pause(toxic.latencyMs);
      for (let at = 0; at < bytes.length; ) {
        const piece = bytes.subarray(at, at + sizeOf(toxic));
        at += piece.length;
        if (typeof toxic === 'object' && 'bytesPerSecond' in toxic)
          await pause((1000 * piece.length) / toxic.bytesPerSecond);
        else if (typeof toxic === 'object' && 'slicesOf' in toxic) await pause(0);
        if (!to.write(piece))
          await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
      }
    }
    to.end();
  }

  const server = net.createServer((near) => {
    if (toxic === 'refuses' || sockets.size >= MOST_CONNECTIONS) {
      near.resetAndDestroy();
      return;
    }
    opened += 1;
    const far = net.connect(target);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroySoon();
      });
      carry(socket, other).catch(() => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Connections so far. */
    opened: () => opened,
    /** What is wrong from now on; nothing, where it is left out. */
    be(what?: Toxic): void {
      toxic = what;
      if (what === 'refuses') for (const socket of sockets) socket.resetAndDestroy();
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Of a slow line, what it carries in a twentieth of a second. */
function sizeOf(toxic: Toxic | undefined): number {
  if (typeof toxic !== 'object') return AT_ONCE;
  if ('slicesOf' in toxic) return toxic.slicesOf;
  return 'bytesPerSecond' in toxic ? Math.max(1, Math.ceil(toxic.bytesPerSecond / 20)) : AT_ONCE;
}
