import type { Clock } from '../../../domain/clock.ts';
import type { ComponentChildren } from 'preact';
import type { InLangs } from '../../../web/kit/index.ts';
import type { Role, StaffContext } from '../../../web/staff/index.ts';
import type { Desk } from '../life/desk.ts';
import type { EntriesStore } from '../life/entries-store.ts';
import type { Content } from '../life/entry.ts';
import type { FieldSpec, Options } from './fields.ts';

/** A kind of entry, as its staff pages need to know it. */
export interface Kind {
  /** Below `/staff`: `/explainers`. */
  path: string;
  fields: readonly FieldSpec[];
  store: EntriesStore;
  desk: Desk;
  clock: Clock;
  words: InLangs<KindWords>;
  order: number;
  readers: readonly Role[];
  optionsFor: (ctx: StaffContext) => Promise<Options>;
  /** What it is called in a list; `''` where nothing is written yet. */
  title: (content: Content) => string;
  /** A form that begins with something. */
  begunWith?: (ctx: StaffContext) => Promise<Content>;
  /** Stands above the list. */
  above?: (ctx: StaffContext) => Promise<ComponentChildren>;
  staffName: (account: string) => Promise<string | undefined>;
}

/** What only this kind says. */
export interface KindWords {
  menu: string;
  about: string;
  lead: string;
  emptyTitle: string;
  empty: string;
  begin: string;
  newTitle: string;
  editTitle: string;
  formLead: string;
  back: string;
  /** By field: its label, what is said before typing, and the heading it opens. */
  fields: Readonly<Record<string, { label: string; hint?: string; group?: string }>>;
}
