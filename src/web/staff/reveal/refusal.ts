import { Fault } from '../../../domain/faults.ts';
import type { StaffLang } from '../../kit/index.ts';
import { REVEAL } from './texts.ts';

/** Why nothing was uncovered, for the form it was asked by; throws on what is no such refusal. */
export function revealRefusal(cause: unknown, lang: StaffLang): { status: 400 | 429; words: string } {
  const { refused } = REVEAL[lang];
  if (!(cause instanceof Fault) || !isRefused(cause.code, refused)) throw cause;
  return { status: cause.code === 'reveal_enough' ? 429 : 400, words: refused[cause.code] };
}

const isRefused = <Refused extends object>(code: string, refused: Refused): code is keyof Refused & string =>
  Object.hasOwn(refused, code);
