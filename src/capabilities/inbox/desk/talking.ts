import { isHeld } from '../../../conversation/held.ts';
import { refusal } from '../../../domain/faults.ts';
import { type Done, type Inbox, MAX_REPLY } from '../ports.ts';
import type { KeptThread, Whose } from '../threads/thread.ts';
import { typed } from '../typed.ts';
import { type AtDesk, change, DONE, isOthers, refused, takenBy } from './at-desk.ts';
import { forThread, mayAssign, subject } from './deciding.ts';
import { reachOf } from './reaching.ts';

type Talking = Pick<Inbox, 'claim' | 'reply' | 'resume' | 'close'>;

/** What staff do that the person of a thread notices: every one of these is a turn of their talk. */
export const talking = (desk: AtDesk): Talking => ({
  claim: (id) => forThread(desk, id, (thread, whose) => claim(desk, thread, whose)),
  reply: (id, reply) => forThread(desk, id, (thread, whose) => say(desk, thread, whose, reply)),
  resume: (id, step) => forThread(desk, id, (thread, whose) => resume(desk, thread, whose, step)),
  close: (id) => forThread(desk, id, (thread, whose) => close(desk, thread, whose)),
});

async function claim(desk: AtDesk, thread: KeptThread, { conversation }: Whose): Promise<Done> {
  if (isOthers(desk, thread)) return takenBy(desk, thread.claimedBy ?? '');
  const talk = await desk.talkOf(conversation);
  const withBot = !isHeld(talk?.session ?? null);
  const reach = await reachOf(desk, talk, 'staff');
  if (withBot && !reach.may) return refused(reach.why);
  await desk.audit('inbox.claimed', subject(thread), { taken: withBot });
  const mine = await makeMine(desk, thread);
  if (mine.kind === 'refused' || !withBot) return mine;
  const taken = await desk.take({
    ...{ conversation, by: desk.staff.id },
    // One taking a change of the thread: a form sent twice takes once, a later one again.
    id: `${thread.id}/${thread.rev}`,
  });
  await desk.settled(conversation);
  return taken === 'gone' ? refused('gone') : DONE;
}

/** Of two at once one gets it: the second finds it claimed. */
async function makeMine(desk: AtDesk, { id }: KeptThread): Promise<Done> {
  const me = desk.staff.id;
  const mine = { claimedBy: { $literal: me }, closed: false, snoozedUntil: null };
  if (await change(desk, id, { claimedBy: { $in: [null, me] } }, mine)) return DONE;
  const found = await desk.threads.find(id, desk.scope);
  return found?.claimedBy == null ? refused('no_thread') : takenBy(desk, found.claimedBy);
}

async function say(
  desk: AtDesk,
  thread: KeptThread,
  { conversation }: Whose,
  { text, key, canned }: Parameters<Inbox['reply']>[1],
): Promise<Done> {
  if (!KEY.test(key))
    throw refusal('bad_request', 'The key of a reply is 8–64 of A–Z, a–z, 0–9, "_" and "-".');
  const plain = typed(text);
  if (plain === '') return refused('empty');
  if (plain.length > MAX_REPLY) return refused('too_long');
  if (isOthers(desk, thread)) return takenBy(desk, thread.claimedBy ?? '');
  const reach = await reachOf(desk, await desk.talkOf(conversation), 'whoever');
  if (!reach.may) return refused(reach.why);
  const mine = await makeMine(desk, thread);
  if (mine.kind === 'refused') return mine;
  await desk.audit('inbox.replied', subject(thread), {
    characters: plain.length,
    canned: canned !== undefined,
  });
  const said = await desk.speak({
    ...{ conversation, id: `${thread.id}/${key}`, by: desk.staff.id, text: plain },
    ...(canned !== undefined && { canned }),
  });
  await desk.settled(conversation);
  if (said !== 'gone') return DONE;
  // It went back to the bot, or its person left, in this very moment.
  const left = await reachOf(desk, await desk.talkOf(conversation), 'whoever');
  return refused(left.may ? 'not_now' : left.why);
}

async function resume(
  desk: AtDesk,
  thread: KeptThread,
  { conversation }: Whose,
  step: string | undefined,
): Promise<Done> {
  if (isOthers(desk, thread) && !mayAssign(desk)) return takenBy(desk, thread.claimedBy ?? '');
  const session = (await desk.talkOf(conversation))?.session ?? null;
  if (!isHeld(session)) return refused('not_now');
  if (step !== undefined && !desk.stepsOf(session).some(({ key }) => key === step))
    return refused('no_such_step');
  await desk.audit('inbox.given_back', subject(thread), step === undefined ? undefined : { step });
  return handBack(desk, thread, conversation, step);
}

async function close(desk: AtDesk, thread: KeptThread, { conversation }: Whose): Promise<Done> {
  if (isOthers(desk, thread) && !mayAssign(desk)) return takenBy(desk, thread.claimedBy ?? '');
  if (thread.state === 'closed') return refused('not_now');
  await desk.audit('inbox.closed', subject(thread));
  return handBack(desk, thread, conversation);
}

/**
 * The talk first: were it the other way round, a crash in between would leave a closed thread in which the bot is silent.
 * Where the bot has it already nothing is said, so a form sent twice gives back once.
 */
async function handBack(
  desk: AtDesk,
  { id, rev, unansweredSince }: KeptThread,
  conversation: string,
  step?: string,
): Promise<Done> {
  await desk.giveBack({
    ...{ conversation, id: `${id}/${rev}`, by: desk.staff.id },
    ...(step !== undefined && { step }),
  });
  await desk.settled(conversation);
  // Words that came meanwhile are to be read first: then it stays open.
  await change(desk, id, { unansweredSince }, OVER);
  return DONE;
}

const OVER = {
  ...{ closed: true, claimedBy: null, snoozedUntil: null },
  ...{ red: null, answering: null, unansweredSince: null },
} as const;

/** Of a form: 96 random bits and more. */
const KEY = /^[A-Za-z0-9_-]{8,64}$/;
