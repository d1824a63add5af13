import type { DropAnswer, FetchAnswer, SendAnswer, ToProcess } from './protocol.ts';

type Answer = SendAnswer | FetchAnswer | DropAnswer;
/** What is asked, before it has its number. */
export type Question = Unnumbered<Extract<ToProcess, { call: number }>>;
type Unnumbered<T> = T extends unknown ? Omit<T, 'call'> : never;

/** `not_told`: the process certainly did not hear the question. `silent`: it did, and nothing came back. */
export type Asked = Answer | { kind: 'not_told' } | { kind: 'silent'; code: string };

/** Questions to the process, each with one answer. */
export class Calls {
  readonly #open = new Map<number, (asked: Asked) => void>();
  #last = 0;

  /** Never rejects. @param ms how long an answer is waited for */
  ask(question: Question, tell: (message: ToProcess) => boolean, ms: number): Promise<Asked> {
    const call = (this.#last += 1);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(call, { kind: 'silent', code: 'no_answer' }), ms);
      this.#open.set(call, (asked) => {
        clearTimeout(timer);
        resolve(asked);
      });
      if (!tell({ ...question, call })) this.#settle(call, { kind: 'not_told' });
    });
  }

  /** An answer that comes after its time is not listened to: it was told as unknown. */
  answered(call: number, answer: Answer): void {
    this.#settle(call, answer);
  }

  /** The process ended: whatever it was asked, nobody knows what it had done of it. */
  abandon(): void {
    for (const call of [...this.#open.keys()]) this.#settle(call, { kind: 'silent', code: 'process_gone' });
  }

  #settle(call: number, asked: Asked): void {
    const settle = this.#open.get(call);
    this.#open.delete(call);
    settle?.(asked);
  }
}
