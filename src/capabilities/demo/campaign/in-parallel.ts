/** Runs `work` on each, at most `width` at a time, in order. The first that throws ends it: none begins any more. */
export async function inParallel<T>(
  width: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  let broken = false;
  const worker = async (): Promise<void> => {
    for (const item of waiting) {
      if (broken) return;
      try {
        await work(item);
      } catch (cause) {
        broken = true;
        throw cause;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: width }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}
