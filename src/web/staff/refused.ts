/** A request we do not serve, with the status that says why. The page and the problem document are made from it. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  /** Stable word for programs. */
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What to do next, in words; repeats nothing that was sent. */
  readonly detail: string | undefined;

  constructor(status: number, code: string, headers: Readonly<Record<string, string>> = {}, detail?: string) {
    super(code);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.detail = detail;
  }
}
