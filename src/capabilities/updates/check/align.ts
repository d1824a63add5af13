/** One step of an alignment: a word of the claim over one of ours, a word added, or one left out. */
export interface Step {
  /** Place in the claim; absent where the word was left out. */
  claim?: number;
  /** Place in ours; absent where the word was added. */
  ours?: number;
  same: boolean;
}

/** Where two texts meet: from the first word they share to the last. */
export interface Aligned {
  steps: readonly Step[];
  claim: readonly [from: number, to: number];
  ours: readonly [from: number, to: number];
  /** Words they share, in their order. */
  same: number;
}

/**
 * The stretch in which a claim says best what we say, word by word, with what differs inside it: Smith and Waterman's local
 * alignment (1981) with Gotoh's affine gaps (1982), over words. A change costs less than the words around it are worth,
 * and a long passage added or left out hardly more than a short one; words alike by chance far from the stretch join it
 * never. Takes time and room by the product of both lengths.
 */
export function align(
  claims: number,
  ours: number,
  same: (claim: number, ours: number) => boolean,
): Aligned | undefined {
  const width = ours + 1;
  const size = (claims + 1) * width;
  // How each cell was come to, of the three tables: `here` ends with a pair, `added` and `left` with a gap.
  const way = new Uint8Array(size);
  let here = new Int32Array(width);
  let before = new Int32Array(width);
  const added = new Int32Array(width).fill(NEVER);
  let [best, bestAt] = [0, 0];
  for (let c = 1; c <= claims; c++) {
    let left = NEVER;
    here[0] = 0;
    for (let o = 1; o < width; o++) {
      const at = c * width + o;
      const isSame = same(c - 1, o - 1);
      const pair = (before[o - 1] ?? 0) + (isSame ? SAME : OTHER);
      const opensAdded = (before[o] ?? 0) + OPEN;
      const goesOnAdded = (added[o] ?? NEVER) + LONGER;
      const opensLeft = (here[o - 1] ?? 0) + OPEN;
      const goesOnLeft = left + LONGER;
      added[o] = Math.max(opensAdded, goesOnAdded);
      left = Math.max(opensLeft, goesOnLeft);
      const gap = Math.max(added[o] ?? NEVER, left);
      const score = Math.max(0, pair, gap);
      here[o] = score;
      way[at] =
        (score === 0 ? STOP : score === pair ? PAIR : score === left ? LEFT : ADDED) |
        (goesOnAdded > opensAdded ? ADDED_ON : 0) |
        (goesOnLeft > opensLeft ? LEFT_ON : 0);
      if (score > best) [best, bestAt] = [score, at];
    }
    [here, before] = [before, here];
  }
  return best === 0 ? undefined : walkBack(way, width, bestAt, same);
}

/** Two words alike pay for one changed; a gap is dear to begin and cheap to go on. */
const [SAME, OTHER, OPEN, LONGER] = [8, -6, -9, -1];
const NEVER = -1_000_000;
const [STOP, PAIR, ADDED, LEFT, ADDED_ON, LEFT_ON] = [0, 1, 2, 3, 4, 8];
const WAY = 3;

function walkBack(
  way: Uint8Array,
  width: number,
  from: number,
  same: (claim: number, ours: number) => boolean,
): Aligned {
  const steps: Step[] = [];
  let at = from;
  let table = (way[at] ?? STOP) & WAY;
  while (table !== STOP) {
    const [c, o, marks] = [Math.floor(at / width), at % width, way[at] ?? STOP];
    if (table === PAIR) {
      steps.push({ claim: c - 1, ours: o - 1, same: same(c - 1, o - 1) });
      at -= width + 1;
      table = (way[at] ?? STOP) & WAY;
    } else if (table === ADDED) {
      steps.push({ claim: c - 1, same: false });
      at -= width;
      if ((marks & ADDED_ON) === 0) table = (way[at] ?? STOP) & WAY;
    } else {
      steps.push({ ours: o - 1, same: false });
      at -= 1;
      if ((marks & LEFT_ON) === 0) table = (way[at] ?? STOP) & WAY;
    }
  }
  steps.reverse();
  const [c, o] = [Math.floor(at / width), at % width];
  return {
    steps,
    claim: [c, Math.floor(from / width)],
    ours: [o, from % width],
    same: steps.filter((step) => step.same).length,
  };
}
