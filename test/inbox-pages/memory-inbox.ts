import {
  type CannedReply,
  type Done,
  type Inbox,
  type InboxParts,
  type InboxStaff,
  MAX_REPLY,
  QUEUES,
  type Queue,
  type Thread,
  type ThreadEntry,
  type ThreadFilter,
} from '../../src/capabilities/inbox/ports.ts';

export const NOW = Date.UTC(2026, 10, 21, 12);
const MINUTE = 60_000;

/** The inbox's ports without a store: threads in an array, one counter for all that changes. */
export interface MemoryInbox {
  parts: InboxParts;
  threads: Thread[];
  canned: CannedReply[];
  /** What was asked for, in order: `claim 00…01`. */
  asked: string[];
  /** Answered to the next change, whatever it is. */
  refuseNext: Extract<Done, { kind: 'refused' }> | null;
  /** A citizen writes. */
  says(id: string, text: string): void;
  /** Another member is writing. */
  writes(id: string, name: string): void;
  add(thread?: Partial<Thread>): Thread;
}

const STEPS = [
  { key: 'suite', words: 'Que veux-tu faire maintenant ?', usual: true as const },
  { key: 'debut', words: 'Bonjour, de quoi veux-tu parler ?' },
];

export function memoryInbox(): MemoryInbox {
  let changes = 0;
  const inbox: MemoryInbox = {
    threads: [],
    canned: [],
    asked: [],
    refuseNext: null,
    parts: {
      inboxOf: (staff) =>
        inboxOf(
          inbox,
          staff,
          () => (changes += 1),
          () => String(changes),
        ),
      cannedOf: () => ({
        list: async () => inbox.canned,
        find: async (id) => inbox.canned.find((one) => one.id === id) ?? null,
        async save(id, form, rev) {
          if (form.title === '' || Object.keys(form.texts).length === 0)
            return { kind: 'refused', why: 'empty' };
          const before = inbox.canned.find((one) => one.id === id);
          if (id !== null && before === undefined) return { kind: 'refused', why: 'no_such_reply' };
          if (before !== undefined && before.rev !== rev) return { kind: 'refused', why: 'stale' };
          const saved = { ...form, id: id ?? `r${inbox.canned.length + 1}`, rev: rev + 1 };
          inbox.canned = [...inbox.canned.filter((one) => one.id !== id), saved];
          return { kind: 'done', id: saved.id };
        },
        async remove(id) {
          inbox.canned = inbox.canned.filter((one) => one.id !== id);
          return { kind: 'done', id };
        },
      }),
      words: { list: () => [], cards: () => [] },
      languages: ['fr', 'bm'],
    },
    says(id, text) {
      const thread = found(inbox, id);
      put(thread, { kind: 'citizen', text });
      thread.unansweredSince ??= NOW;
      changes += 1;
    },
    writes(id, name) {
      found(inbox, id).answering = { id: 'somebody', name };
      changes += 1;
    },
    add(thread = {}) {
      const made = buildThread({ id: String(inbox.threads.length + 1).padStart(32, '0'), ...thread });
      inbox.threads.push(made);
      changes += 1;
      return made;
    },
  };
  return inbox;
}

/** A thread that waits for somebody, with one message. */
export const buildThread = (thread: Partial<Thread> = {}): Thread => ({
  id: '1'.padStart(32, '0'),
  handle: 'K4-7T2',
  state: 'waiting',
  with: 'staff',
  claimedBy: null,
  snoozedUntil: null,
  channel: 'telegram',
  lang: 'fr',
  region: { slug: 'segou', name: 'Ségou' },
  reason: 'demande',
  tags: [],
  red: null,
  unansweredSince: NOW - 130 * MINUTE,
  openedAt: NOW - 130 * MINUTE,
  lastAt: NOW - 130 * MINUTE,
  answering: null,
  entries: [
    { id: 'e1', at: NOW - 131 * MINUTE, kind: 'handed_over', reason: 'demande' },
    { id: 'e2', at: NOW - 130 * MINUTE, kind: 'citizen', text: 'On m’a menti au guichet.' },
  ],
  more: false,
  reach: { may: true, most: MAX_REPLY },
  cards: [],
  others: [],
  ...thread,
});

function inboxOf(memory: MemoryInbox, staff: InboxStaff, changed: () => void, mark: () => string): Inbox {
  const me = { id: staff.id, name: 'Oumou' };
  const mine = (): Thread[] => (staff.org === 'benkan' ? memory.threads : []);
  const isIn = (thread: Thread, queue: Queue): boolean => {
    if (queue === 'red') return thread.red !== null;
    if (queue === 'mine') return thread.claimedBy?.id === staff.id;
    return thread.state === queue;
  };
  const change = async (what: string, id: string, write: (thread: Thread) => void): Promise<Done> => {
    memory.asked.push(`${what} ${id}`);
    const thread = mine().find((one) => one.id === id);
    if (thread === undefined) return { kind: 'refused', why: 'no_thread' };
    const refused = memory.refuseNext;
    memory.refuseNext = null;
    if (refused !== null) return refused;
    write(thread);
    changed();
    return { kind: 'done' };
  };
  return {
    async list(filter, page) {
      const threads = mine().filter((thread) => fits(thread, filter, isIn));
      return { page: Math.min(page, 1), pages: 1, total: threads.length, threads };
    },
    async counts() {
      const numbers = QUEUES.map((queue) => [queue, mine().filter((thread) => isIn(thread, queue)).length]);
      return { ...(Object.fromEntries(numbers) as Record<Queue, number>), oldest: null, asOf: NOW };
    },
    stamp: async () => mark(),
    thread: async (id) => mine().find((one) => one.id === id) ?? null,
    async file(id, file) {
      const entries = mine().find((one) => one.id === id)?.entries ?? [];
      const sent = entries.find((entry) => entry.kind === 'sent' && entry.file?.id === file);
      if (sent?.kind !== 'sent' || sent.media === 'other') return null;
      return sent.media === 'voice'
        ? { media: 'voice', type: 'audio/ogg', bytes: Buffer.from('OggS') }
        : { media: 'photo', type: 'image/jpeg', bytes: Buffer.from('photo') };
    },
    identity: async () => ({ channel: 'telegram', address: '70 00 00 01' }),
    claim: (id) =>
      change('claim', id, (thread) => Object.assign(thread, { state: 'claimed', claimedBy: me })),
    release: (id) =>
      change('release', id, (thread) => Object.assign(thread, { state: 'waiting', claimedBy: null })),
    assign: (id, to) => change(`assign:${to}`, id, () => undefined),
    tag: (id, tag) => change(`tag:${tag}`, id, (thread) => (thread.tags = [...thread.tags, tag])),
    untag: (id, tag) =>
      change(`untag:${tag}`, id, (thread) => (thread.tags = thread.tags.filter((one) => one !== tag))),
    snooze: (id, until) =>
      change(`snooze:${until - NOW}`, id, (thread) =>
        Object.assign(thread, { state: 'snoozed', snoozedUntil: until }),
      ),
    wake: (id) =>
      change('wake', id, (thread) => Object.assign(thread, { state: 'waiting', snoozedUntil: null })),
    close: (id) => change('close', id, (thread) => Object.assign(thread, { state: 'closed', with: 'bot' })),
    calm: (id) => change('calm', id, (thread) => (thread.red = null)),
    note: (id, text) => change('note', id, (thread) => put(thread, { kind: 'note', by: me, text })),
    reply: (id, reply) =>
      change(`reply:${reply.canned ?? ''}`, id, (thread) => {
        put(thread, { kind: 'reply', by: me, text: reply.text, fate: 'sent', ...canned(reply.canned) });
        Object.assign(thread, { state: 'claimed', claimedBy: me, unansweredSince: null });
      }),
    resume: (id, step) => change(`resume:${step ?? ''}`, id, (thread) => (thread.with = 'bot')),
    async typing(id) {
      memory.asked.push(`typing ${id}`);
    },
    steps: async () => STEPS,
    colleagues: async () => [me, { id: 'seydou', name: 'Seydou' }],
    tags: async () => [...new Set(mine().flatMap(({ tags }) => tags))],
  };
}

const fits = (
  thread: Thread,
  filter: ThreadFilter,
  isIn: (thread: Thread, queue: Queue) => boolean,
): boolean =>
  (filter.queue === undefined ? thread.state !== 'closed' : isIn(thread, filter.queue)) &&
  (filter.tag === undefined || thread.tags.includes(filter.tag)) &&
  (filter.lang === undefined || thread.lang === filter.lang) &&
  (filter.channel === undefined || thread.channel === filter.channel);

function found({ threads }: MemoryInbox, id: string): Thread {
  const thread = threads.find((one) => one.id === id);
  if (thread === undefined) throw new Error(`no thread ${id}`);
  return thread;
}

type Bare<Entry> = Entry extends ThreadEntry ? Omit<Entry, 'id' | 'at'> : never;

function put(thread: Thread, entry: Bare<ThreadEntry>): void {
  const made: ThreadEntry = { ...entry, id: `e${thread.entries.length + 1}`, at: NOW };
  thread.entries = [...thread.entries, made];
}

const canned = (id: string | undefined): { canned?: string } => (id === undefined ? {} : { canned: id });
