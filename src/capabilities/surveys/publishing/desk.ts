import type { Chance, Clock } from '../../../domain/clock.ts';
import { type Fault, refusal } from '../../../domain/faults.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Frozen } from './freeze.ts';
import { hashOf, type Publication } from './publication.ts';
import { PUBLIC_K } from './public-table.ts';
import type { PublicationsStore } from './publications-store.ts';
import { isTooClose } from './too-close.ts';

const ID_BYTES = 12;

export type AtDesk = Pick<StaffContext, 'person' | 'audit'>;

/** A table goes out with two people; either of those who may takes it back alone (docs/decisions/published-results.md). */
export interface PublishingDesk {
  /** Freezes what would be published and hands it to a second person. */
  propose(actor: AtDesk, frozen: Frozen): Promise<void>;
  /** @param seen hash of the table this person had before their eyes */
  publish(actor: AtDesk, survey: string, seen: string): Promise<void>;
  /** Takes a proposal off the table. */
  reject(actor: AtDesk, survey: string, seen: string): Promise<void>;
  /** Takes away what everybody reads. */
  withdraw(actor: AtDesk, survey: string, seen: string): Promise<void>;
  /** Why nothing could be proposed now. */
  obstacle(frozen: Frozen): Promise<Obstacle | undefined>;
}

export type Obstacle = 'too_few' | 'too_close' | 'waits';

export interface DeskDeps {
  store: PublicationsStore;
  clock: Clock;
  chance: Chance;
  /** Whether one account alone could be both of these: then they are no two people (T21). */
  sameHands: (one: string, other: string) => Promise<boolean>;
}

export function publishingDesk({ store, clock, chance, sameHands }: DeskDeps): PublishingDesk {
  const obstacle = async ({ table, bases }: Frozen): Promise<Obstacle | undefined> => {
    if (bases.started < PUBLIC_K || table.questions.every(({ least }) => least === null)) return 'too_few';
    const all = await store.of(table.survey);
    if (all.some(({ state }) => state === 'proposed')) return 'waits';
    const known = all.filter(({ edition, demo }) => edition !== undefined && !demo);
    return known.some((one) => isTooClose({ table, bases }, one)) ? 'too_close' : undefined;
  };
  /** The one in this state, as the person saw it. */
  const seenAs = async (survey: string, seen: string, state: Publication['state']): Promise<Publication> => {
    const found = (await store.of(survey)).find((one) => one.state === state && one.hash === seen);
    if (found === undefined) throw refused('changed');
    return found;
  };
  const move = async (actor: AtDesk, what: string, from: Publication, to: Publication): Promise<void> => {
    const subject = `survey-results/${from.id}`;
    await actor.audit(`surveys.results_${what}`, subject, {
      survey: from.survey,
      hash: from.hash.slice(0, 16),
    });
    if (await store.move(from, to)) return;
    await actor.audit('surveys.results_not_changed', subject);
    throw refused('changed');
  };
  return {
    obstacle,
    async propose({ person, audit }, frozen) {
      const stands = await obstacle(frozen);
      if (stands !== undefined) throw refused(stands);
      const [id, hash] = [chance.token(ID_BYTES), hashOf(frozen.table)];
      const { survey } = frozen.table;
      await audit('surveys.results_proposed', `survey-results/${id}`, { survey, hash: hash.slice(0, 16) });
      const proposed = { by: person.id, at: clock.now() };
      await store.add({ ...frozen, id, survey, hash, proposed, state: 'proposed', demo: false });
    },
    async publish(actor, survey, seen) {
      const waiting = await seenAs(survey, seen, 'proposed');
      const { id } = actor.person;
      if (waiting.proposed.by === id) throw refused('own_work');
      if (await sameHands(waiting.proposed.by, id)) throw refused('same_hands');
      const all = (await store.of(survey)).filter(({ edition }) => edition !== undefined);
      // Another one may have gone out since it was proposed.
      if (all.some((one) => !one.demo && isTooClose(waiting, one))) throw refused('too_close');
      const edition = 1 + Math.max(0, ...all.map((one) => one.edition ?? 0));
      const published = { by: id, at: clock.now() };
      await move(actor, 'published', waiting, { ...waiting, state: 'published', edition, published });
    },
    async reject(actor, survey, seen) {
      const waiting = await seenAs(survey, seen, 'proposed');
      await move(actor, 'rejected', waiting, { ...waiting, state: 'rejected' });
    },
    async withdraw(actor, survey, seen) {
      const shown = await seenAs(survey, seen, 'published');
      const withdrawn = { by: actor.person.id, at: clock.now() };
      await move(actor, 'withdrawn', shown, { ...shown, state: 'withdrawn', withdrawn });
    },
  };
}

const refused = (code: string): Fault => refusal(code, 'The results cannot be moved on that way.');
