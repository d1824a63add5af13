import type { InboundContent } from '../../domain/message.ts';
import { readChoiceToken } from '../choice-token.ts';
import { DOUBLE_TAP_MS } from '../route.ts';
import { hasConsented } from '../script.ts';
import { runTurn } from '../turn.ts';
import { afterwards } from './afterwards.ts';
import { answered } from './answered.ts';
import { askedWho } from './asked-who.ts';
import { forParked, unattended } from './for-absent.ts';
import { silent } from './keep.ts';
import { isAttended, SILENCE_MS } from './phone.ts';
import { type At, type Here, isOurs, type PhoneTurn, seenBy } from './phone-turn.ts';

/**
 * One turn on a phone that several people may share (docs/decisions/shared-phones.md). Where nobody does it is the turn of
 * whoever talks, and costs nothing more.
 * @param seat for whom the house begins something; absent where somebody wrote
 * @returns `gone` where there is nobody any more for whom it was begun
 */
export async function turnOnPhone(at: At, seat: number | undefined): Promise<PhoneTurn | 'gone'> {
  const { input, phone } = at;
  const { talk, content, now } = input;
  if (talk?.phone === undefined) return ownTurn(at);
  const here = { ...at, talk, on: talk.phone };
  if (seat !== undefined && seat !== phone.seat) return forParked(here, seat);
  if (isOurs(content)) return isAttended(talk, phone, now) ? ownTurn(at) : unattended(here);
  if (content.kind === 'presence') return ownTurn(at);
  if (isSecondTap(here, content)) return { ...silent(talk), person: input.person, ends: false };
  if (talk.phone.asking !== undefined) return answered(here, content);
  if (phone.parked.length === 0 || isTheirs(here)) return ownTurn(at);
  return askedWho(here, silent(talk), content);
}

/** They wrote a moment ago. Somebody new who has not agreed, and is asked nothing, has given the phone back. */
const isTheirs = ({ talk, on, input }: Here): boolean =>
  input.now - on.wrote < SILENCE_MS && (talk.session !== null || hasConsented(talk.profile));

/** Whoever talks goes on, as if nobody shared the phone, unless their turn asks for something that concerns the phone. */
async function ownTurn(at: At): Promise<PhoneTurn> {
  const { deps, input, phone } = at;
  const on = input.talk?.phone;
  return afterwards(
    at,
    await runTurn(deps, on === undefined ? input : { ...input, phone: seenBy(on, phone) }),
  );
}

/** The second of two quick taps on the sign by which somebody took the phone (C12). */
function isSecondTap({ deps, input, phone, on: { taken } }: Here, content: InboundContent): boolean {
  if (content.kind !== 'choice' || taken === undefined || input.now - taken.at >= DOUBLE_TAP_MS) return false;
  const { sid, step } = taken;
  return readChoiceToken(deps.fingerprint, { person: phone.id, sid, step }, content.token) !== null;
}
