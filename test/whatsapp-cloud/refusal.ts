/** A refusal as the Graph API words it. */
export class GraphRefusal extends Error {
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(`(#${code}) ${message}`);
    this.status = status;
    this.code = code;
  }

  body(): object {
    const { message, code } = this;
    return {
      error: {
        message,
        type: 'OAuthException',
        code,
        error_data: { messaging_product: 'whatsapp', details: message },
        fbtrace_id: 'A1b2C3',
      },
    };
  }
}

/** Refuses with 400 unless `right`. */
export function demand(right: boolean, code: number, message: string): asserts right {
  if (!right) throw new GraphRefusal(400, code, message);
}
