/** Resolves when `held` is true; fails loudly with the last value of `show` after `ms`. */
export async function until(
  held: () => boolean | Promise<boolean>,
  show: () => unknown = () => '',
  ms = 8_000,
): Promise<void> {
  const end = Date.now() + ms;
  while (!(await held())) {
    if (Date.now() > end) throw new Error(`It did not happen within ${ms} ms: ${JSON.stringify(show())}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
