import type { Standing } from '../../outbox/ceiling.ts';
import type { LetterRow } from '../../store/conversations/letter-shapes.ts';

export type { LetterRow, Standing };

/** Messages and effects that nothing could be made of, as staff deal with them: never what they say. */
export interface Letters {
  list(): Promise<LetterRow[]>;
  count(): Promise<number>;
  find(id: string): Promise<LetterRow | undefined>;
  /** To be tried once more: one, or all; how many are. */
  ask(id?: string): Promise<number>;
  /** `false`: there is none. */
  drop(id: string): Promise<boolean>;
}
