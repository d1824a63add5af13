/**
 * Who is at fault, and so what is done about it:
 * - `refusal`: the caller's; say what to do next, do not retry, wake nobody;
 * - `unavailable`: nobody's (database, network); the caller comes again later;
 * - `bug`: ours; logged with its stack, counted, the message kept.
 */
export type FaultKind = 'refusal' | 'unavailable' | 'bug';

/** An error that answers: try again? wake us? what do we tell the reader? Its message holds no secret and no message text. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly kind: FaultKind;
  /** Stable word for programs, e.g. `store_unavailable`. */
  readonly code: string;

  constructor(kind: FaultKind, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.code = code;
  }
}

export const refusal = (code: string, message: string): Fault => new Fault('refusal', code, message);
export const unavailable = (code: string, message: string, cause?: unknown): Fault =>
  new Fault('unavailable', code, message, { cause });
