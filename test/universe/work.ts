/** Long enough that a busy machine takes the processor away in between. */
const SAMPLE_MS = 60;

/**
 * How long this process worked on something, on all its threads, milliseconds. Unlike the time that passed it does not
 * grow where other processes work too; what another process (a database) does meanwhile is not in it.
 */
export async function workOf(what: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await what();
  return since(before);
}

/**
 * How long something would have taken on a machine that has nothing else to do, milliseconds, about: the time that
 * passed, by how many times longer work takes here just now. For promises like "within 8 s", tested beside other tests.
 */
export async function unhurried<T>(what: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const before = slowness();
  const from = performance.now();
  const result = await what();
  const passed = performance.now() - from;
  return { ms: passed / Math.max(before, slowness()), result };
}

/** Time that passes for each unit of work: 1 where a processor is free, more where several processes share it. */
export function slowness(): number {
  const before = process.cpuUsage();
  const from = performance.now();
  while (since(before) < SAMPLE_MS);
  return Math.max(1, (performance.now() - from) / SAMPLE_MS);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
