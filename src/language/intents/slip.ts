/** Letters a word needs for each slip of the finger to be forgiven; where a slip makes another word too easily, never. */
export interface Forgiven {
  /** Two neighbours swapped: "sotp". Makes a word of its own least often. */
  swapped: number;
  /** One letter too many, not the first: "stiop". */
  added: number;
  /** One missing, not the first: "lngue". */
  missed: number;
  /** The first one missing: "ondage". What is left may be a word of its own sooner: "top", "tour". */
  beheaded: number;
  /** One changed, not the first: "rumour". */
  changed: number;
}

/** Whether `typed` is `known` with one slip of the finger that is forgiven in a word of its length. */
export function isSlip(typed: string, known: string, forgiven: Forgiven): boolean {
  const more = typed.length - known.length;
  if (more > 1 || more < -1) return false;
  const letters = known.length;
  if (more === 1) return letters >= forgiven.added && typed[0] === known[0] && isWithout(typed, known);
  if (more === -1)
    return typed[0] === known[0]
      ? letters >= forgiven.missed && isWithout(known, typed)
      : letters >= forgiven.beheaded && known.slice(1) === typed;
  const at = firstDifference(typed, known);
  if (typed.slice(at + 1) === known.slice(at + 1)) return at > 0 && letters >= forgiven.changed;
  const swapped = typed[at] === known[at + 1] && typed[at + 1] === known[at];
  return swapped && letters >= forgiven.swapped && typed.slice(at + 2) === known.slice(at + 2);
}

/** Whether one letter taken out of the longer word leaves the shorter. */
function isWithout(longer: string, shorter: string): boolean {
  const at = firstDifference(longer, shorter);
  return longer.slice(at + 1) === shorter.slice(at);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
