/** How soon it looks again, at first. */
const SOON_MS = 5;
/** Later after a part of the time it has waited so far: looking costs, and another look is then soon enough. */
const PART = 0.1;
const LONGEST_MS = 100;
/** What was promised comes at once; a machine with other work may make it wait. */
const PATIENCE_MS = 40_000;

/** Resolves when `held` is true; fails loudly with the last value of `show` after `ms`. */
export async function until(
  held: () => boolean | Promise<boolean>,
  show: () => unknown = () => '',
  ms = PATIENCE_MS,
): Promise<void> {
  const from = Date.now();
  while (!(await held())) {
    const waited = Date.now() - from;
    if (waited > ms) throw new Error(`It did not happen within ${ms} ms: ${JSON.stringify(show())}`);
    const pause = Math.min(LONGEST_MS, Math.max(SOON_MS, PART * waited));
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
