/** Which demonstration is there, and who works on it. There is never more than one. */
export interface DemoRecord {
  state: 'loading' | 'loaded' | 'clearing';
  seed: number;
  people: number;
  /** Of the steps of what is under way. */
  done: number;
  total: number;
  /** Who works on it, a random word; only they may write. */
  holder: string;
  /** When they last said so, milliseconds since 1970; 0: nobody works on it. */
  beat: number;
  /** Day it was begun. */
  began: string;
}

/** Whoever has not been heard of for so long has died. A beat is due every second. */
export const BELIEVED_MS = 8000;

/** `interrupted`: somebody began and did not finish; what is there can be cleared or loaded anew. */
export type DemoState = 'none' | 'loading' | 'loaded' | 'clearing' | 'interrupted';

export function stateAt(record: DemoRecord | null, now: number): DemoState {
  if (record === null) return 'none';
  if (record.state === 'loaded') return 'loaded';
  return now - record.beat < BELIEVED_MS ? record.state : 'interrupted';
}

export interface DemoRecords {
  find(): Promise<DemoRecord | null>;
  /**
   * Takes the demonstration in hand, if it still is as it was `seen`. Of any number at once exactly one gets `true`.
   */
  take(seen: DemoRecord | null, mine: DemoRecord): Promise<boolean>;
  /** Says that the holder still works, and how far. `false`: it is somebody else's by now. */
  beat(holder: string, how: { done: number; total: number; beat: number }): Promise<boolean>;
  /** The load is whole. */
  settle(holder: string): Promise<boolean>;
  /** The demonstration is gone. */
  remove(holder: string): Promise<void>;
}
