import { isDeepStrictEqual } from 'node:util';
import type { Value } from '../../../engine/types.ts';
import type { Line } from '../rehearse.ts';
import { type Happened, happened, isPlain, oneByOne, type Said, together } from './happened.ts';

/**
 * What must follow a deed: either kind by kind, where only the order within a kind counts, or with `then` in the order
 * in which it happens.
 */
export interface Expected {
  says?: Said[] | undefined;
  saved?: Record<string, Value> | undefined;
  events?: string[] | undefined;
  then?: Happened[] | undefined;
  /** Keys of the buttons under the open question, in their order. */
  offers?: string[] | undefined;
}

/** What these lines say, save and order, in the words of a transcript of `flow`: in order where the order tells something. */
export function observed(lines: readonly Line[], flow: string): Expected {
  const list = happened(lines, flow);
  return isPlain(list) ? kindByKind(lines, flow) : { then: together(list) };
}

/** What went another way than expected, in the form the author chose; `undefined`: nothing did. */
export function otherwise(
  expected: Expected,
  lines: readonly Line[],
  flow: string,
  offered: readonly string[],
): Expected | undefined {
  const { then, offers } = expected;
  const list = happened(lines, flow);
  const heard: Expected = {
    ...(then === undefined ? kindByKind(lines, flow) : { then: together(list) }),
    ...(offers !== undefined && { offers: [...offered] }),
  };
  const same =
    then === undefined
      ? isDeepStrictEqual(heard, expected)
      : isDeepStrictEqual(oneByOne(list), oneByOne(then)) && isDeepStrictEqual(heard.offers, offers);
  return same ? undefined : heard;
}

function kindByKind(lines: readonly Line[], flow: string): Expected {
  const list = happened(lines, flow);
  const says = list.flatMap((each) => ('says' in each ? each.says : []));
  const saved = Object.assign({}, ...list.map((each) => ('saved' in each ? each.saved : {}))) as Record<
    string,
    Value
  >;
  const events = lines.flatMap((line) => ('event' in line ? [line.event.kind] : []));
  return {
    ...(says.length > 0 && { says }),
    ...(Object.keys(saved).length > 0 && { saved }),
    ...(events.length > 0 && { events }),
  };
}
