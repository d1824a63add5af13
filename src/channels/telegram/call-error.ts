import { GrammyError } from 'grammy';

/** The code of a call that failed, for the log; Telegram's words are left out, they can quote a text. */
export const codeOf = (error: unknown): { code: string | number } => {
  if (error instanceof GrammyError) return { code: error.error_code };
  return { code: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' };
};

/** It would be refused again; anything else may be tried again. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof GrammyError && error.error_code === 400;

/** 404 is what Telegram says to a token that cannot be one. */
export const isRefusedToken = (error: unknown): boolean =>
  error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);
