/** Looks every `ms`, never twice at a time; a look that failed is the next one's work. Keeps no process alive. */
export function repeat(ms: number, look: () => Promise<void>): { stop(): void } {
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void look()
      .catch(() => undefined)
      .finally(() => {
        looking = false;
      });
  }, ms).unref();
  return { stop: () => clearInterval(timer) };
}
