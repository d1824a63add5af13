import type { Value } from '../../../engine/types.ts';
import type { Line } from '../rehearse.ts';

/** The name of a text (`merci`; of another file `bot/resume`); where it is not said in the talk's own language, under that one: `{ bm: merci }`. */
export type Said = string | Record<string, string>;

/** One thing that happens in a turn, as a transcript writes it. */
export type Happened =
  | { says: Said | Said[] }
  | { saved: Record<string, Value> }
  /** The effect a step `do:` asks for. */
  | { does: string }
  | { event: string };

/** What these lines say, save and order, one by one and in order, in the words of a transcript of `flow`. */
export function happened(lines: readonly Line[], flow: string): Happened[] {
  return lines.flatMap((line): Happened[] => {
    if ('out' in line) return [{ says: saidOf(line.out, flow) }];
    if ('saved' in line) return [{ saved: line.saved }];
    if (!('event' in line)) return [];
    const { event } = line;
    return [event.kind === 'asked_for' ? { does: event.effect } : { event: event.kind }];
  });
}

/** The same, each thing by itself: `says: [a, b]` is `a` and then `b`. */
export function oneByOne(list: readonly Happened[]): Happened[] {
  return list.flatMap((each): Happened[] => {
    if ('says' in each) return [each.says].flat().map((says) => ({ says }));
    if ('saved' in each)
      return Object.entries(each.saved).map(([name, value]) => ({ saved: { [name]: value } }));
    return [each];
  });
}

/** The same in fewer lines: what is said in a row stands in one list, what is saved in a row in one record. */
export function together(list: readonly Happened[]): Happened[] {
  const rows: Happened[] = [];
  for (const each of oneByOne(list)) {
    const last = rows.at(-1);
    if (last && 'says' in last && 'says' in each) last.says = [last.says, each.says].flat();
    else if (last && 'saved' in last && 'saved' in each && !sharesName(last.saved, each.saved))
      Object.assign(last.saved, each.saved);
    else rows.push({ ...each });
  }
  return rows;
}

/** An answer is kept and the next thing said: then the order goes without saying. */
export function isPlain(list: readonly Happened[]): boolean {
  const rows = together(list);
  const [first] = rows;
  const told = first !== undefined && 'saved' in first ? rows.slice(1) : rows;
  const answers = first !== undefined && 'saved' in first ? Object.keys(first.saved) : [];
  return (
    !answers.some((name) => name.startsWith('person.')) &&
    told.length <= 1 &&
    told.every((row) => 'says' in row)
  );
}

function saidOf({ flow, key, lang }: Extract<Line, { out: unknown }>['out'], own: string): Said {
  const name = flow === own ? key : `${flow}/${key}`;
  return lang === undefined ? name : { [lang]: name };
}

const sharesName = (one: object, other: object): boolean =>
  Object.keys(other).some((name) => Object.hasOwn(one, name));
