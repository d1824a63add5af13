/** What goes wrong with the next calls that match. */
export interface Fault {
  /** Only this method; any when absent. */
  method?: string;
  /** Only calls for this chat. */
  chat?: number;
  /** How often; once when absent. */
  times?: number;
  does:
    | { answer: number; description: string; retryAfter?: number }
    /** The connection ends; nothing has happened. */
    | 'drops before'
    /** The call is carried out, then the connection ends: the answer is lost. */
    | 'drops after'
    /** A proxy's page instead of JSON, with this status. */
    | { page: number }
    | { waitsMs: number };
}

/** Faults in the order in which they were ordered. */
export class Faults {
  #waiting: { fault: Fault; left: number }[] = [];

  order(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#waiting = [];
  }

  next(method: string, chat: unknown): Fault['does'] | undefined {
    if (this.#waiting.length === 0) return undefined;
    const found = this.#waiting.find(({ fault }) => matches(fault, method, chat));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#waiting = this.#waiting.filter((entry) => entry !== found);
    return found.fault.does;
  }
}

const matches = (fault: Fault, method: string, chat: unknown): boolean =>
  (fault.method === undefined || fault.method === method) &&
  (fault.chat === undefined || fault.chat === Number(chat));
