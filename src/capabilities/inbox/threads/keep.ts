import type { EffectItem, EffectKind } from '../../../conversation/ports.ts';
import type { Clock } from '../../../domain/clock.ts';
import { dayOf } from '../../../domain/clock.ts';
import { sentId } from '../../../store/citizen-media.ts';
import type { SensitiveKind } from '../ports.ts';
import { type Body, type Deed, deed, deedsOf } from './deeds.ts';
import { type EntryDeps, type EntryWords, sealEntry } from './entry.ts';
import { toTheSecond } from './moments.ts';
import { answered, givenBack, handedOver, type Moment, type Stage, written } from './stages.ts';
import { entryId, orderOf, sealReach, threadId, whoOf } from './thread.ts';
import type { ThreadsStore } from './threads-store.ts';

export interface KeepDeps extends EntryDeps {
  threads: ThreadsStore;
  clock: Clock;
  /** The organisation whose inbox it is. */
  owner: string;
  /** The region somebody lives in, as far as they have said. */
  regionOf: (person: string) => Promise<string | null>;
  /** Kinds of danger the words name. */
  spotted: (text: string) => readonly SensitiveKind[];
}

/** Why somebody has a talk that they took themselves. */
const TAKEN = 'taken';

/**
 * What is written to a person, and by them, goes into its thread right after the commit. One kind for all, so that it is
 * applied in the order of the turns; each may be applied again after a crash, and stands once.
 */
export const threadEffect = (deps: KeepDeps): EffectKind<Deed> => ({
  name: 'inbox.thread',
  params: deed,
  from: () => [],
  fromTurn: deedsOf,
  async apply(batch) {
    for (const item of batch) await keep(deps, item);
  },
});

async function keep(deps: KeepDeps, given: EffectItem<Deed>): Promise<void> {
  const item = { ...given, params: { ...given.params, at: toTheSecond(given.params.at) } };
  const { fingerprint, threads, entries, clock } = deps;
  const { context, params, rev, id: effect } = item;
  const { person, conversation } = context;
  const thread = threadId(fingerprint, conversation).toString('hex');
  const id = entryId(fingerprint, effect.toString('hex')).toString('hex');
  if (await entries.has(id)) return;
  const order = orderOf(fingerprint, conversation, rev);
  const words = { ...wordsOf(deps, item), order };
  const sealed = await sealEntry(deps, { id, thread, person, at: params.at, words });
  // Nobody is there any more whose thread it would be.
  if (sealed === null) return;
  const now = clock.now();
  // Given back: where there is no thread, there is nothing to say of it.
  const fresh = params.what === 'given_back' ? null : await freshOf(deps, item, thread);
  // The thread first: whoever finds the entry knows that the thread has heard of it.
  await threads.apply(thread, fresh, stageOf(deps, params, { order, at: params.at }), {
    now,
    day: dayOf(now),
  });
  await entries.add(sealed);
  if ((await sealEntry(deps, { id, thread, person, at: params.at, words })) !== null) return;
  // Erased in between: what was just written must not outlive them.
  const who = whoOf(fingerprint, person);
  await entries.erase(who);
  await threads.erase(who);
}

async function freshOf(
  { fingerprint, sealer, owner, regionOf }: KeepDeps,
  { context, params }: EffectItem<Deed>,
  thread: string,
): Promise<Exclude<Parameters<ThreadsStore['apply']>[1], null>> {
  const { person, conversation, channel, lang } = context;
  return {
    ...{ who: whoOf(fingerprint, person), reach: sealReach(sealer, thread, { person, conversation }) },
    ...{ org: owner, region: await regionOf(person), channel, lang, at: params.at },
  };
}

function stageOf({ spotted }: KeepDeps, done: Deed, moment: Moment): Stage {
  switch (done.what) {
    case 'handed_over':
      return handedOver(moment, done.byStaff ? TAKEN : done.reason, done.byStaff);
    case 'written':
      return written(moment, 'text' in done.body ? spotted(done.body.text) : []);
    case 'spoken':
      return answered(moment);
    case 'given_back':
      return givenBack(moment);
  }
}

function wordsOf({ fingerprint }: KeepDeps, { params, context }: EffectItem<Deed>): EntryWords {
  switch (params.what) {
    case 'handed_over':
      return { kind: 'handed_over', reason: params.byStaff ? TAKEN : params.reason };
    case 'given_back':
      return { kind: 'given_back', by: params.by };
    case 'spoken': {
      const { by, text, canned, said } = params;
      return {
        ...{ kind: 'reply', by, text },
        ...(canned !== undefined && { canned }),
        ...(said !== undefined && { said }),
      };
    }
    case 'written': {
      if ('text' in params.body) return { kind: 'citizen', text: params.body.text };
      return sentWords(params.body, (file) => sentId(fingerprint, context.person, context.channel, file));
    }
  }
}

/** Voices and photos are fetched and kept under this id; of the rest nothing is kept but that it came. */
function sentWords(
  { media, file }: Exclude<Body, { text: string }>,
  idOf: (file: string) => string,
): EntryWords {
  if (media !== 'voice' && media !== 'photo') return { kind: 'sent', media: 'other' };
  return { kind: 'sent', media, ...(file !== undefined && { file: idOf(file) }) };
}
