import { type Deed, promised } from '../send/promised.ts';
import { publisher, type PublisherDeps } from '../send/publisher.ts';
import { fateOf } from './fate-due.ts';

export interface Amender {
  /** Publishes an item: a correction goes to whoever had the former version first. */
  publish: Deed;
  withdraw: Deed;
}

/** What takes words back goes to everybody who has them. */
export const amender = (deps: PublisherDeps): Amender => ({
  publish: publisher(deps),
  withdraw: (actor, item, act) =>
    promised(
      deps,
      (since, at) => fateOf(item.id, 'withdrawn', since, at),
      () => deps.desk.move(actor, item.id, { ...act, move: 'withdraw' }),
    ),
});
