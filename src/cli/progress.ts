const WIDTH = 30;

/** Shows how far something is: a bar in a terminal, a line every tenth elsewhere. */
export function progressBar(
  name: string,
  { isTTY = false, write }: { isTTY?: boolean; write: (text: string) => unknown },
): { show(done: number, total: number): void; end(): void } {
  let shown = -1;
  return {
    show(done, total) {
      const percent = Math.floor((100 * done) / Math.max(1, total));
      if (isTTY) {
        const full = Math.floor((WIDTH * percent) / 100);
        write(`\r${name} [${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${percent} %`);
      } else if (Math.floor(percent / 10) > Math.floor(shown / 10) || shown < 0)
        write(`${name}: ${percent} %\n`);
      shown = percent;
    },
    end() {
      if (isTTY && shown >= 0) write('\n');
    },
  };
}
