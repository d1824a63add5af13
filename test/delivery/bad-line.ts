import { type Delivered, deliverAll } from './deliver-all.ts';
import type { OpenPlace } from './places.ts';
import { startTcpProxy, type TcpProxy, type Toxic } from './tcp-proxy.ts';

export interface BadLine {
  toxic: Toxic;
  /** When the line is mended; never, where it is left out. */
  mendedAfterMs?: number;
  messages: number;
  people: number;
}

/** The suite and the trial have no time for a platform's own pace; C9 keeps it. */
const FAST = { inAll: { messages: 1000, perMs: 1000, source: 'this test' } };

/** Sends over a line with this wrong with it. */
export async function overBadLine(
  open: OpenPlace,
  { toxic, mendedAfterMs, messages, people }: BadLine,
): Promise<Delivered> {
  let line: TcpProxy | undefined;
  const place = await open({
    people,
    chance: () => 1,
    async through(root) {
      const { hostname: host, port } = new URL(root);
      line = await startTcpProxy({ host, port: Number(port) });
      return line.root;
    },
  });
  line?.be(toxic);
  const mending = mendedAfterMs === undefined ? undefined : setTimeout(() => line?.be(), mendedAfterMs);
  const delivered = await deliverAll(
    { ...place, channel: { ...place.channel, pace: FAST } },
    { messages, people, chance: () => 0, laneOf: () => 'reply' },
  );
  clearTimeout(mending);
  line?.be();
  await place.close();
  await line?.close();
  return delivered;
}
