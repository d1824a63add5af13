import { z } from 'zod';
import type { Prompt, Sealer } from '../../../conversation/ports.ts';
import type { Due, DueDates, DueKind } from '../../../schedule/due-dates.ts';
import { numberWords, readNumber, type Update, type UpdateNumber } from '../model/update.ts';
import { type AtNight, isUrgent, mayGoAt } from '../send/night.ts';
import { type PagedDeps, sendPaged, type Standing } from '../send/paged.ts';
import { sendOf } from '../send/send-due.ts';
import type { Receiver, Receipts, TalkStanding, WaitingDoor } from './ports.ts';
import { receiptPlace } from './receipt.ts';

export const TELL_FATE = 'updates.fate';

/** What became of a version somebody has: the next one took its place, or there is none any more. */
export const FATES = ['corrected', 'withdrawn'] as const;
export type Fate = (typeof FATES)[number];

/** The flows that say so. */
export const FATE_FLOWS: Readonly<Record<Fate, string>> = {
  corrected: 'nouvelle-corrigee',
  withdrawn: 'nouvelle-retiree',
};

const SECOND_MS = 1000;
/** The due-date is set before the write, so that no crash lies between; later than this it never will be. */
const LATE_MS = 60_000;

export interface FateDeps extends PagedDeps {
  receipts: Pick<Receipts, 'count' | 'page'>;
  /** Any organisation's. */
  item(id: string): Promise<Update | undefined>;
  dues: Pick<DueDates, 'set'>;
  prompt: Prompt;
  sealer: Sealer;
  atNight: AtNight;
  door: Pick<WaitingDoor, 'standsAt' | 'wait'>;
}

type WayThere = TalkStanding['way'];

/**
 * Tells everybody who received a version what became of it, whether they still subscribe or not; who said stop hears
 * nothing. Afterwards a correction goes to the subscribers as any item does: to those who never had the former one.
 */
export const fateDue = (deps: FateDeps): DueKind => ({
  kind: TELL_FATE,
  async run({ params }, now) {
    const { update, fate, since } = read.parse(params);
    const item = await deps.item(update);
    const { number, publication } = item ?? {};
    if (item === undefined || !hasCome(item, fate))
      return now - since > LATE_MS ? undefined : { again: now + SECOND_MS };
    if (number === undefined || publication === undefined) return undefined;
    const { version } = publication;
    const had = fate === 'corrected' ? version - 1 : version;
    const answer = await sendPaged(deps, {
      ...{ update: fateSend(update, fate), version },
      count: () => deps.receipts.count(number, had),
      stands: () => standing(deps, update, fate),
      page: (after, limit) => deps.receipts.page(number, had, after, limit),
      tell: (receiver) => tell(deps, receiver, { fate, number: numberWords(number), version }),
    });
    if (answer === undefined && fate === 'corrected' && !item.demo)
      await deps.dues.set(sendOf(update, version, since, now));
    return answer;
  },
});

/** What {@link fateOf} set. */
const read = z.object({ update: z.string(), fate: z.enum(FATES), since: z.number() });

/** The due-date that tells what became of an item; setting it again moves it. */
export const fateOf = (update: string, fate: Fate, since: number, at: number): Due => ({
  kind: TELL_FATE,
  id: `${fate}:${update}`,
  at,
  params: { update, fate, since },
});

/** Under which its progress is kept, apart from that of the item itself. */
export const fateSend = (update: string, fate: Fate): string => `${fate}/${update}`;

/** The prompt that tells one person; a word no other broadcast begins with. */
export const fateId = (fate: Fate, number: string, version: number): string =>
  `update-${fate}:${number}:${String(version)}`;

/** What a prompt of such a send was about; `undefined` for any other prompt. */
export function readFate(id: string): { fate: Fate; number: UpdateNumber; version: number } | undefined {
  const [, word = '', words = '', version = ''] = /^update-(\w+):([^:]+):(\d+)$/u.exec(id) ?? [];
  const [fate, number] = [FATES.find((each) => each === word), readNumber(words)];
  return fate === undefined || number === undefined ? undefined : { fate, number, version: Number(version) };
}

/** Whether the move has been written; until then nobody may be told of it. */
const hasCome = ({ state, publication }: Update, fate: Fate): boolean =>
  fate === 'withdrawn' ? state === 'withdrawn' : publication !== undefined;

/** A correction that is corrected or withdrawn itself goes no further: what follows it goes to the same people. */
async function standing(deps: FateDeps, update: string, fate: Fate): Promise<Standing> {
  const { clock, atNight } = deps;
  const found = await deps.item(update);
  if (fate === 'corrected' && found?.state !== 'published') return 'over';
  const now = clock.now();
  const at = mayGoAt(now, atNight, found !== undefined && isUrgent(found));
  return at > now ? { until: at } : 'go';
}

/**
 * One person is told once, where it was last said to them and they may be written to; if nobody is there any more, where
 * else it was said. Where only a channel is left that takes nothing before they write, it waits for that. Who said stop
 * said it for all their talks.
 */
async function tell(
  { prompt, sealer, door }: FateDeps,
  { id, conversation, others }: Receiver,
  { fate, number, version }: { fate: Fate; number: string; version: number },
): Promise<boolean> {
  const talks: (TalkStanding & { talk: string })[] = [];
  for (const sealed of [conversation, ...others]) {
    const talk = sealer.open(sealed, receiptPlace(id));
    const stands = await door.standsAt(talk);
    if (stands !== null) talks.push({ talk, ...stands });
  }
  const by = (way: WayThere) => talks.filter((each) => each.way === way);
  const named = fateId(fate, number, version);
  const said = {
    id: named,
    flow: FATE_FLOWS[fate],
    params: { numero: number, version },
    lane: 'broadcast',
  } as const;
  for (const { talk } of by('now'))
    if ((await prompt({ conversation: talk, ...said })) !== 'gone') return true;
  for (const { person } of by('next')) {
    await door.wait(person, named);
    return true;
  }
  for (const { talk } of by('hardly'))
    if ((await prompt({ conversation: talk, ...said })) !== 'gone') return true;
  return false;
}
