import type { Chance } from '../../../domain/clock.ts';
import { dayOf } from '../../../domain/clock.ts';
import type { DemoDeed } from '../../capability.ts';
import { CONCERNS, DEMO_CHANNEL } from '../../demo/index.ts';
import type { CannedStore } from '../canned/canned-store.ts';
import type { CannedReply, Done, Inbox, InboxOf } from '../ports.ts';
import { CANNED_EXAMPLES, type CannedExample } from './canned-examples.ts';
import { DESK_WORK, type DeskAct, type DeskWork } from './desk-work.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The desk opens before people write. */
const OPENS_MS = 7 * HOUR_MS;
const ID_BYTES = 9;

export interface DemoDeskDeps {
  inboxOf: InboxOf;
  canned: Pick<CannedStore, 'add'>;
  /** Marks the ids it makes. */
  chance: Chance;
  /** The organisation whose inbox it is. */
  owner: string;
}

/**
 * What invented staff do with the talks invented people have with them: by the same doors as everybody, recorded by nobody,
 * since nobody real has read or decided anything. @param from when the demonstration begins, milliseconds since 1970
 */
export function demoDesk(deps: DemoDeskDeps, from: number): DemoDeed[] {
  const replies = cannedReplies(deps.chance);
  const work = DESK_WORK.map((one) => {
    const at = from + one.day * DAY_MS + OPENS_MS;
    return { at, run: () => workOn({ ...deps, replies, at }, one) };
  });
  return [{ at: from, run: () => keepCanned(deps, replies, from) }, ...work];
}

type Replies = Readonly<Record<CannedExample, CannedReply>>;

function cannedReplies(chance: Chance): Replies {
  const made = Object.entries(CANNED_EXAMPLES).map(([name, form]) => [
    name,
    { id: chance.token(ID_BYTES), ...form, rev: 1 },
  ]);
  return Object.fromEntries(made) as Replies;
}

async function keepCanned(
  { canned, owner }: Pick<DemoDeskDeps, 'canned' | 'owner'>,
  replies: Replies,
  at: number,
): Promise<void> {
  for (const reply of Object.values(replies)) await canned.add(owner, reply, dayOf(at));
}

interface AtWork extends DemoDeskDeps {
  replies: Replies;
  at: number;
}

async function workOn(deps: AtWork, { concern, day, by, acts }: DeskWork): Promise<void> {
  const desk = deps.inboxOf({ id: by, role: 'organiser', org: deps.owner }, async () => undefined);
  const words = CONCERNS.find(({ key }) => key === concern)?.sittings[0].says[0] ?? '';
  const thread = await threadThatBegins(desk, words);
  // Of a handful of people not everybody has a concern.
  if (thread === null) return;
  for (const [index, act] of acts.entries())
    await doAct(deps, desk, { thread, key: `${concern}-${day}-${index}`, act });
}

/** Staff find a talk by what stands in it; of invented ones there are never more than one page. */
async function threadThatBegins(desk: Inbox, words: string): Promise<string | null> {
  const { threads } = await desk.list({ channel: DEMO_CHANNEL }, 1);
  for (const { id } of threads) {
    const first = (await desk.thread(id))?.entries.find(({ kind }) => kind === 'citizen');
    if (first?.kind === 'citizen' && first.text === words) return id;
  }
  return null;
}

function doAct(
  { replies, at }: AtWork,
  desk: Inbox,
  { thread, key, act }: { thread: string; key: string; act: DeskAct },
): Promise<Done> {
  switch (act.does) {
    case 'claim':
      return desk.claim(thread);
    case 'close':
      return desk.close(thread);
    case 'say':
      return desk.reply(thread, { text: act.text, key });
    case 'say canned': {
      const { id, texts } = replies[act.which];
      return desk.reply(thread, { text: texts[act.lang] ?? '', key, canned: id });
    }
    case 'note':
      return desk.note(thread, act.text);
    case 'tag':
      return desk.tag(thread, act.tag);
    case 'snooze':
      return desk.snooze(thread, at + act.days * DAY_MS);
    case 'give back':
      return desk.resume(thread, act.step);
  }
}
