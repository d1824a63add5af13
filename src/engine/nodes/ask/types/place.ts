import { MAX_CANDIDATES } from '../../../limits.ts';
import type { Place } from '../../../../domain/place.ts';
import type { OfferedChoice } from '../../../types.ts';
import type { CompileAt } from '../../node-kind.ts';
import type { Turn } from '../../turn.ts';
import { type Answering, NONE } from './answering.ts';

/** A place of Mali; its value is the slug. Names shared by several places are asked back. */
export function place(at: CompileAt): Answering {
  return {
    params: {},
    texts: [],
    choices: [],
    mayOfferNone: false,
    offered: (turn) =>
      candidates(turn).map(({ slug, name }): OfferedChoice => ({ choice: slug, label: { literal: name } })),
    typed(turn, text, told) {
      const asked = candidates(turn).map(({ slug, name }) => ({ key: slug, labels: [name] }));
      const chosen = asked.length > 0 ? at.understanding.options(asked)(text, told) : NONE;
      if (chosen.kind === 'one') return { kind: 'value', value: chosen.value };
      const match = at.understanding.place(text, told);
      if (match.kind === 'one') return { kind: 'value', value: match.value.slug };
      if (match.kind === 'none') return NONE;
      return { kind: 'many', candidates: few(match.values.slice(0, MAX_CANDIDATES).map(kept)) };
    },
    tapped: (turn, choice) =>
      candidates(turn).some(({ slug }) => slug === choice) ? { kind: 'value', value: choice } : NONE,
  };
}

/** `Frame.narrowed` holds `slug|name`: the button needs both, and no name has a bar. */
const kept = ({ slug, name }: Place): string => `${slug}|${name}`;

/** As many as six keys of choices weigh: they are kept until one is chosen. */
function few(words: string[]): string[] {
  while (words.length > 2 && JSON.stringify(words).length > MAX_NARROWED) words.pop();
  return words;
}
const MAX_NARROWED = 180;

function candidates(turn: Turn): { slug: string; name: string }[] {
  return (turn.frame.narrowed ?? []).map((words) => {
    const [slug = '', name = slug] = words.split('|');
    return { slug, name };
  });
}
