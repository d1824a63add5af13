/** A refusal as the stand-in's gateway words it: a status of HTTP, and a code of its own in the answer. */
export class GatewayRefusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, why: string) {
    super(why);
    this.status = status;
    this.code = code;
  }
}

export function demand(right: boolean, status: number, code: number, why: string): asserts right {
  if (!right) throw new GatewayRefusal(status, code, why);
}
