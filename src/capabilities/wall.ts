/**
 * Classes of records an organisation may share with another. Names, numbers and words of citizens (class A) are in none
 * of them: who sent a tip is nobody's to share (T36).
 */
export const SHARED_CLASSES = ['surveys', 'updates', 'events', 'flows'] as const;
export type SharedClass = (typeof SHARED_CLASSES)[number];

/** The walls between organisations, as capabilities ask about them. */
export interface Walls {
  /** Whether `org` may read such records of `owner` now: its own always, another's while an agreement lasts. */
  mayRead(org: string, owner: string, records: SharedClass): Promise<boolean>;
  /** Whose records of this class it may read, its own first. */
  ownersFor(org: string, records: SharedClass): Promise<string[]>;
}

/** What is one organisation's is not there for the staff of any other: they find `nothing` (T36). */
export const behindWall =
  <Reader>(owner: string, reader: Reader, nothing: Reader): ((org: string) => Reader) =>
  (org) =>
    org === owner ? reader : nothing;

/** The same for what may be shared: the others find what `shared` makes, which asks at each reading whether they may. */
export const sharedBehindWall =
  <Reader>(
    { walls, owner, records }: { walls: Walls; owner: string; records: SharedClass },
    reader: Reader,
    shared: (reader: Reader, mayRead: () => Promise<boolean>) => Reader,
  ): ((org: string) => Reader) =>
  (org) =>
    org === owner ? reader : shared(reader, () => walls.mayRead(org, owner, records));

/** Whoever reads what another organisation shares reads it as a viewer does, whatever they are at home. */
export const asGuest = <Context extends { person: { role: string } }>(ctx: Context): Context => ({
  ...ctx,
  person: { ...ctx.person, role: 'viewer' },
});
