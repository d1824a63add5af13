/** What Telegram answers instead of a result. */
export class BotApiRefusal extends Error {
  readonly code: number;
  readonly parameters: Record<string, number> | undefined;

  constructor(code: number, description: string, parameters?: Record<string, number>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** Refuses with Telegram's own words unless `held`. */
export function demand(held: unknown, description: string, code = 400): asserts held {
  if (!held) throw new BotApiRefusal(code, description);
}

/** Refuses text whose marks cannot be read. */
export function refuseParsing(why: string): never {
  throw new BotApiRefusal(400, `Bad Request: can't parse entities: ${why}`);
}
