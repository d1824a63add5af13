import type { StaffContext } from '../../../web/staff/index.ts';
import type { ContactImport } from '../imports/import.ts';
import type { ContactsTexts } from './texts.fr.ts';

export const CONTACTS_PATH = '/staff/contacts';

/** What the pages are drawn from. */
export interface Page {
  ctx: StaffContext;
  texts: ContactsTexts;
  channels: readonly string[];
  /** Why a form was refused. */
  refused?: string;
}

export interface ListProps extends Page {
  imports: readonly ContactImport[];
}

export interface DetailProps extends Page {
  made: ContactImport;
  /** People who are there by it. */
  brought: number;
}

export const countOf = ({ ctx }: Page, n: number): string => new Intl.NumberFormat(ctx.frame.lang).format(n);

export const dayWords = ({ ctx }: Page, day: string): string =>
  new Intl.DateTimeFormat(ctx.frame.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(`${day}T00:00:00Z`),
  );

export const importPath = (id: string): string => `${CONTACTS_PATH}?import=${encodeURIComponent(id)}`;
