import { createHash } from 'node:crypto';
import type { InboundContent } from '../domain/message.ts';
import type { EngineEvent } from '../engine/types.ts';
import { choiceToken } from './choice-token.ts';
import type { Fingerprint } from './ports.ts';

/**
 * What is typed where a button cannot be pressed, for a choice no slip may make (`button_only`): four digits of its token,
 * so that they are of this very question of this person, never a place in a list, and nothing anybody types by chance.
 */
export const choiceCode = (token: string): string =>
  String(LEAST + (createHash('sha256').update(token).digest().readUInt32BE() % (10 * LEAST - LEAST)));

/** Codes have as many digits as this. */
const LEAST = 1000;

export interface AskedAgain {
  fingerprint: Fingerprint;
  person: string;
  /** What the engine would say if the open question were asked once more. */
  again: () => readonly EngineEvent[];
}

/** A typed code of the open question as the button it stands for; everything else as it came. */
export function byCode(content: InboundContent, asked: AskedAgain): InboundContent {
  const [, typed] = content.kind === 'text' ? (CODE.exec(content.text.normalize('NFKC')) ?? []) : [];
  if (typed === undefined) return content;
  const tokens = asked.again().flatMap((event) => tokensIn(event, asked));
  const found = tokens.filter((token) => choiceCode(token) === typed);
  // Two with one code: neither is pressed, and the question is asked again.
  return found.length === 1 && found[0] !== undefined ? { kind: 'choice', token: found[0] } : content;
}

/** Alone, or as it stood before its label: "4827.". */
const CODE = /^[\s"'(]*(\d{4})[\s"').!]*$/u;

function tokensIn(event: EngineEvent, { fingerprint, person }: AskedAgain): string[] {
  if (event.kind !== 'said' || event.ask === undefined) return [];
  const { sid, step, choices } = event.ask;
  return choices
    .filter(({ buttonOnly }) => buttonOnly === true)
    .map(({ choice }) => choiceToken(fingerprint, { person, sid, step }, choice));
}
