import type { Eye } from './look-at.ts';

/** A slow 3G line as WebPageTest has it, and a phone whose processor is four times slower than this one. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const CPU = 4;

/** First contentful paint of a first visit, milliseconds. */
export async function paintOf({ page, wire }: Eye, url: string): Promise<number> {
  await wire.send('Network.emulateNetworkConditions', LINE);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { PerformanceObserver: Observer } = globalThis as unknown as {
          PerformanceObserver: ObserverOf;
        };
        new Observer((list) => {
          const first = list.getEntriesByName('first-contentful-paint')[0];
          if (first !== undefined) resolve(first.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await wire.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
  });
  return paint;
}

type ObserverOf = new (
  seen: (list: { getEntriesByName(name: string): { startTime: number }[] }) => void,
) => { observe(what: { type: string; buffered: boolean }): void };
