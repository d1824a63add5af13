import { dayOf } from '../../../domain/clock.ts';
import {
  ANSWERING_MS,
  ASSIGNING_ROLES,
  type Done,
  type Inbox,
  MAX_NOTE,
  MAX_SNOOZE_MS,
  MAX_TAGS,
  TAG,
} from '../ports.ts';
import { sealEntry } from '../threads/entry.ts';
import { entryId, type KeptThread, type Whose } from '../threads/thread.ts';
import { typed } from '../typed.ts';
import { type AtDesk, change, DONE, isOthers, refused, takenBy, threadFor } from './at-desk.ts';
import { WAKE_DUE } from './wake-due.ts';

type Deciding = Pick<
  Inbox,
  'release' | 'assign' | 'tag' | 'untag' | 'snooze' | 'wake' | 'calm' | 'note' | 'typing'
>;

/** What staff decide about a thread that its person does not notice. */
export const deciding = (desk: AtDesk): Deciding => ({
  release: (id) => forThread(desk, id, (thread) => release(desk, thread)),
  assign: (id, to) => forThread(desk, id, (thread) => assign(desk, thread, to)),
  tag: (id, tag) => forThread(desk, id, (thread) => tagged(desk, thread, tag)),
  untag: (id, tag) => forThread(desk, id, (thread) => untagged(desk, thread, tag)),
  snooze: (id, until) => forThread(desk, id, (thread) => snooze(desk, thread, until)),
  wake: (id) => forThread(desk, id, (thread) => wake(desk, thread)),
  calm: (id, why) => forThread(desk, id, (thread, whose) => calm(desk, thread, whose, why)),
  note: (id, text) => forThread(desk, id, (thread, whose) => note(desk, thread, whose, text)),
  async typing(id) {
    const by = desk.staff.id;
    const answering = { by, until: desk.clock.now() + ANSWERING_MS };
    await change(desk, id, { claimedBy: { $in: [null, by] } }, { answering: { $literal: answering } });
  },
});

export async function forThread(
  desk: AtDesk,
  id: string,
  decide: (thread: KeptThread, whose: Whose) => Promise<Done>,
): Promise<Done> {
  const found = await threadFor(desk, id);
  return found === null ? refused('no_thread') : decide(found.thread, found.whose);
}

async function release(desk: AtDesk, thread: KeptThread): Promise<Done> {
  if (thread.claimedBy === null) return refused('not_now');
  if (isOthers(desk, thread) && !mayAssign(desk)) return takenBy(desk, thread.claimedBy);
  await desk.audit('inbox.released', subject(thread));
  const free = { claimedBy: null, answering: null };
  return (await change(desk, thread.id, { claimedBy: thread.claimedBy }, free)) ? DONE : refused('not_now');
}

async function assign(desk: AtDesk, thread: KeptThread, to: string): Promise<Done> {
  if (!mayAssign(desk) && isOthers(desk, thread)) return refused('not_allowed');
  const found = (await desk.answering(desk.staff.org)).find(({ id }) => id === to);
  if (found === undefined || !sees(found.regions, thread)) return refused('no_such_colleague');
  await desk.audit('inbox.assigned', subject(thread), { to });
  const given = { claimedBy: { $literal: to }, answering: null, closed: false };
  const was = { claimedBy: thread.claimedBy };
  return (await change(desk, thread.id, was, given)) ? DONE : refused('not_now');
}

async function tagged(desk: AtDesk, thread: KeptThread, tag: string): Promise<Done> {
  if (!TAG.test(tag)) return refused('bad_tag');
  if (thread.tags.includes(tag)) return DONE;
  if (thread.tags.length >= MAX_TAGS) return refused('too_many_tags');
  await desk.audit('inbox.tagged', subject(thread));
  const more = { $slice: [{ $setUnion: ['$tags', [{ $literal: tag }]] }, MAX_TAGS] };
  return (await change(desk, thread.id, {}, { tags: more })) ? DONE : refused('no_thread');
}

async function untagged(desk: AtDesk, thread: KeptThread, tag: string): Promise<Done> {
  await desk.audit('inbox.untagged', subject(thread));
  const fewer = { $setDifference: ['$tags', [{ $literal: tag }]] };
  return (await change(desk, thread.id, {}, { tags: fewer })) ? DONE : refused('no_thread');
}

async function snooze(desk: AtDesk, thread: KeptThread, until: number): Promise<Done> {
  const now = desk.clock.now();
  if (!Number.isSafeInteger(until) || until <= now || until > now + MAX_SNOOZE_MS) return refused('bad_time');
  if (isOthers(desk, thread)) return takenBy(desk, thread.claimedBy ?? '');
  if (thread.state === 'closed') return refused('not_now');
  await desk.audit('inbox.snoozed', subject(thread), { minutes: Math.ceil((until - now) / MINUTE_MS) });
  // Promised first: one that wakes for nothing does no harm, one that never wakes would.
  await desk.dues.set({ kind: WAKE_DUE, id: thread.id, at: until, params: { until } });
  const asleep = { snoozedUntil: until, answering: null };
  // Words that came meanwhile are to be read first.
  return (await change(desk, thread.id, { writtenOrder: thread.writtenOrder }, asleep))
    ? DONE
    : refused('not_now');
}

async function wake(desk: AtDesk, thread: KeptThread): Promise<Done> {
  if (thread.snoozedUntil === null) return refused('not_now');
  await desk.audit('inbox.woken', subject(thread));
  await change(desk, thread.id, {}, { snoozedUntil: null });
  await desk.dues.cancel(WAKE_DUE, thread.id);
  return DONE;
}

async function calm(desk: AtDesk, thread: KeptThread, whose: Whose, why: string): Promise<Done> {
  if (thread.red === null) return refused('not_now');
  const noted = await note(desk, thread, whose, why);
  if (noted.kind === 'refused') return noted;
  await desk.audit('inbox.calmed', subject(thread));
  // Only what was seen: words that came since are red again.
  const seen = { 'red.since': thread.red.since, writtenOrder: thread.writtenOrder };
  return (await change(desk, thread.id, seen, { red: null })) ? DONE : refused('not_now');
}

const MINUTE_MS = 60_000;

/** The same words of the same person within a minute are one note: a form may be sent twice. */
async function note(desk: AtDesk, thread: KeptThread, whose: Whose, text: string): Promise<Done> {
  const plain = typed(text);
  if (plain === '') return refused('empty');
  if (plain.length > MAX_NOTE) return refused('too_long');
  const { staff, fingerprint, clock, entries } = desk;
  const at = clock.now();
  const minute = String(Math.floor(at / MINUTE_MS));
  const id = entryId(fingerprint, 'note', thread.id, staff.id, plain, minute).toString('hex');
  const words = { kind: 'note', by: staff.id, text: plain } as const;
  const sealed = await sealEntry(desk, { id, thread: thread.id, person: whose.person, at, words });
  if (sealed === null) return refused('gone');
  await desk.audit('inbox.noted', subject(thread), { characters: plain.length });
  await entries.add({ ...sealed, day: dayOf(at) });
  await change(desk, thread.id, {}, {});
  return DONE;
}

export const subject = ({ id }: Pick<KeptThread, 'id'>): string => `thread/${id}`;

export const mayAssign = ({ staff }: AtDesk): boolean => ASSIGNING_ROLES.some((role) => role === staff.role);

const sees = (regions: readonly string[] | undefined, { region }: KeptThread): boolean =>
  regions === undefined || (region !== null && regions.includes(region));
