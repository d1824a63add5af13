import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line between a browser and a site, with the faults of a phone's. */
export interface BadLine {
  url: string;
  /** Breaks every connection at once, as a tunnel does. Answers how many there were. */
  cut(): number;
  stop(): Promise<void>;
}

export interface Faults {
  /** One way, milliseconds. */
  latencyMs: number;
  /** Part of the pieces that are lost and come again later, as TCP repeats them. */
  loss: number;
  /** How much later, milliseconds. */
  againMs: number;
  /** A number from 0 up to 1; the same row of them makes the same line. */
  chance: () => number;
}

/** A row of numbers that look drawn, from a seed. */
export function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export async function badLine(port: number, faults: Faults): Promise<BadLine> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      const carry = late(to, faults);
      from.on('data', carry);
      from.on('end', () => carry(null));
      // A reset is what this line is for.
      from.on('error', () => undefined);
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): number => {
    const broken = open.size / 2;
    for (const socket of [...open]) socket.resetAndDestroy();
    return broken;
  };
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    cut,
    async stop() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Carries pieces to the other end later, in their order; what is lost holds up what follows. `null` ends it. */
function late(to: Socket, { latencyMs, loss, againMs, chance }: Faults): (piece: Buffer | null) => void {
  let free = 0;
  return (piece) => {
    const now = Date.now();
    const due = now + latencyMs + (chance() < loss ? againMs : 0);
    free = Math.max(free, due);
    setTimeout(() => {
      if (to.destroyed) return;
      if (piece === null) to.end();
      else to.write(piece);
    }, free - now);
  };
}
