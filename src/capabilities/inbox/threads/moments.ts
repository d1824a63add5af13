const SECOND_MS = 1000;

/**
 * Times of the inbox, in milliseconds since 1970, are whole seconds: a finer one is as good as an id, and would join a
 * talk with what other rooms wrote at that moment (T6).
 */
export const toTheSecond = (at: number): number => Math.floor(at / SECOND_MS) * SECOND_MS;
