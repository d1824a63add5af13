import { isHeld } from '../../../conversation/held.ts';
import {
  type Colleague,
  type Identity,
  type Inbox,
  type InboxCounts,
  MOST_ENTRIES,
  QUEUES,
  type Queue,
  type Thread,
  type ThreadCard,
  type ThreadFilter,
  type ThreadPage,
  THREADS_A_PAGE,
} from '../ports.ts';
import { cardsFor } from '../safeguarding/cards.ts';
import { handleOf, type KeptThread } from '../threads/thread.ts';
import type { Wanted } from '../threads/threads-store.ts';
import { type AtDesk, colleague, threadFor } from './at-desk.ts';
import { fileIn } from './files.ts';
import { reachOf } from './reaching.ts';
import { shownEntries } from './shown.ts';

type Reading = Pick<
  Inbox,
  'list' | 'counts' | 'stamp' | 'thread' | 'file' | 'identity' | 'steps' | 'colleagues' | 'tags'
>;

/** What a member of staff sees of the inbox. */
export const reading = (desk: AtDesk): Reading => ({
  list: (filter, page) => listed(desk, filter, page),
  counts: () => counted(desk),
  stamp: (id) => stamped(desk, id),
  thread: (id) => opened(desk, id),
  file: (id, file) => fileIn(desk, id, file),
  identity: (id) => identityOf(desk, id),
  async steps(id) {
    const found = await threadFor(desk, id);
    if (found === null) return [];
    return desk.stepsOf((await desk.talkOf(found.whose.conversation))?.session ?? null);
  },
  async colleagues() {
    const accounts = await desk.answering(desk.staff.org);
    return Promise.all(accounts.map(({ id }) => colleague(desk, id)));
  },
  tags: () => desk.threads.tags(desk.scope),
});

const OPEN = { $in: ['waiting', 'claimed', 'snoozed'] } as const;

function wantedBy({ staff }: AtDesk, queue: Queue | undefined): Wanted {
  if (queue === undefined) return { state: OPEN };
  if (queue === 'red') return { urgent: 1, state: OPEN };
  if (queue === 'mine') return { claimedBy: staff.id, state: 'claimed' };
  return { state: queue };
}

async function listed(desk: AtDesk, filter: ThreadFilter, asked: number): Promise<ThreadPage> {
  const { queue, tag, lang, channel, region } = filter;
  const wanted: Wanted = {
    ...wantedBy(desk, queue),
    ...(tag !== undefined && { tags: tag }),
    ...(lang !== undefined && { lang }),
    ...(channel !== undefined && { channel }),
    ...(region !== undefined && { region }),
  };
  const total = await desk.threads.count(desk.scope, wanted);
  const pages = Math.max(1, Math.ceil(total / THREADS_A_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
  const found = await desk.threads.page(desk.scope, wanted, (page - 1) * THREADS_A_PAGE, THREADS_A_PAGE);
  return { page, pages, total, threads: await Promise.all(found.map((thread) => cardOf(desk, thread))) };
}

async function counted(desk: AtDesk): Promise<InboxCounts> {
  const asOf = desk.clock.now();
  const [oldest, ...counts] = await Promise.all([
    desk.threads.oldest(desk.scope),
    ...QUEUES.map((queue) => desk.threads.count(desk.scope, wantedBy(desk, queue))),
  ]);
  const of = Object.fromEntries(QUEUES.map((queue, at) => [queue, counts[at] ?? 0])) as Record<Queue, number>;
  return { ...of, oldest, asOf };
}

async function stamped(desk: AtDesk, id?: string): Promise<string> {
  if (id === undefined) return desk.threads.stamp(desk.scope);
  const found = await threadFor(desk, id);
  if (found === null) return '';
  const { rev } = found.thread;
  return `${rev}.${answeringNow(desk, found.thread) ?? ''}`;
}

async function opened(desk: AtDesk, id: string): Promise<Thread | null> {
  const found = await threadFor(desk, id);
  if (found === null) return null;
  const { thread, whose } = found;
  const [talk, kept, all] = await Promise.all([
    desk.talkOf(whose.conversation),
    desk.entries.newest(id, MOST_ENTRIES + 1),
    desk.threads.of(thread.who),
  ]);
  if (talk === null) return null;
  const card = await cardOf(desk, { ...thread, with: isHeld(talk.session) ? 'staff' : 'bot' });
  return {
    ...card,
    entries: await shownEntries(desk, whose.conversation, kept.slice(0, MOST_ENTRIES)),
    more: kept.length > MOST_ENTRIES,
    reach: await reachOf(desk, talk, 'whoever'),
    cards: cardsFor(thread.red?.kinds ?? []),
    others: all.filter((other) => other.id !== id && isWithin(desk, other)).map((other) => other.id),
  };
}

async function identityOf(desk: AtDesk, id: string): Promise<Identity | null> {
  const found = await threadFor(desk, id);
  const talk = found && (await desk.talkOf(found.whose.conversation));
  if (!talk || desk.nameless.includes(talk.route.channel)) return null;
  const { channel, address } = talk.route;
  return { channel, address };
}

async function cardOf(desk: AtDesk, thread: KeptThread): Promise<ThreadCard> {
  const { id, state, channel, lang, region, reason, tags, red, unansweredSince, openedAt, lastAt } = thread;
  const named = async (account: string | null): Promise<Colleague | null> =>
    account === null ? null : colleague(desk, account);
  const answering = answeringNow(desk, thread);
  return {
    ...{ id, handle: handleOf(id), state, with: thread.with, channel, lang, reason, tags, red },
    claimedBy: await named(thread.claimedBy),
    snoozedUntil: thread.snoozedUntil,
    region: region === null ? null : { slug: region, name: desk.regionName(region) ?? region },
    ...{ unansweredSince, openedAt, lastAt },
    answering: await named(answering === desk.staff.id ? null : answering),
  };
}

/** The same person's other threads may be another organisation's, or another region's. */
const isWithin = ({ scope }: AtDesk, { org, region }: KeptThread): boolean =>
  org === scope.org && (scope.regions === undefined || (region !== null && scope.regions.includes(region)));

const answeringNow = ({ clock }: AtDesk, { answering }: KeptThread): string | null =>
  answering !== null && answering.until > clock.now() ? answering.by : null;
