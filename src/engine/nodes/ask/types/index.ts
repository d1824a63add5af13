import type { AskType } from '../../../types.ts';
import type { ValueType } from '../../../expression/expression.ts';
import type { CompileAt } from '../../node-kind.ts';
import type { AskOf, AskSource } from '../schema.ts';
import type { Answering } from './answering.ts';
import { choice } from './choice.ts';
import { date } from './date.ts';
import { file, location } from './media.ts';
import { multi } from './multi.ts';
import { number } from './number.ts';
import { phone } from './phone.ts';
import { place } from './place.ts';
import { rank } from './rank.ts';
import { scale } from './scale.ts';
import { text } from './text.ts';
import { yesNo } from './yes-no.ts';

/** The type of `answers.<step>` in expressions. */
export const ANSWER_TYPES = {
  choice: 'string',
  number: 'double',
  text: 'string',
  yes_no: 'bool',
  place: 'string',
  date: 'string',
  scale: 'double',
  phone: 'string',
  multi: 'keys',
  rank: 'keys',
  photo: 'string',
  voice: 'string',
  location: 'string',
} as const satisfies Record<AskType, ValueType>;

const TYPES: { [T in AskType]: (source: AskOf<T>, at: CompileAt) => Answering } = {
  choice,
  number,
  text,
  yes_no: (_source, at) => yesNo(at),
  place: (_source, at) => place(at),
  date,
  scale,
  phone: (_source, at) => phone(at),
  multi,
  rank,
  photo: () => file('photo'),
  voice: () => file('voice'),
  location,
};

/** How this question takes its answers. */
export function answering<T extends AskType>(source: AskSource & AskOf<T>, at: CompileAt): Answering {
  const make = TYPES[source.type] as (source: AskSource, at: CompileAt) => Answering;
  return make(source, at);
}
