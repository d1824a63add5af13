import type { AccountParts, StaffContext } from '../../../web/staff/index.ts';
import type { Agreement } from '../agreement.ts';
import type { AgreementsStore } from '../agreements-store.ts';
import type { Organisation } from '../organisation.ts';
import type { OrganisationsStore } from '../organisations-store.ts';
import type { OrganisationTexts } from './texts.fr.ts';

export interface OrganisationPagesDeps {
  organisations: OrganisationsStore;
  agreements: AgreementsStore;
  staff: AccountParts;
}

/** An organisation as the list shows it. */
export interface ListedOrganisation extends Organisation {
  /** Nobody can sign in for it yet. */
  empty: boolean;
}

/** What a form brought and why it was refused, by field. */
export interface Typed<Field extends string> {
  values: Readonly<Record<string, string>>;
  errors: Partial<Record<Field, string>>;
}

export type NewField = 'name' | 'kind';
export type ShareField = 'direction' | 'other' | 'records' | 'until';

/** What the page is drawn from. */
export interface Page {
  ctx: StaffContext;
  texts: OrganisationTexts;
  organisations: readonly ListedOrganisation[];
  agreements: readonly Agreement[];
  today: string;
  /** Administrators of the first organisation make others. */
  founds: boolean;
  made?: Typed<NewField>;
  shared?: Typed<ShareField>;
  /** Why a change was refused. */
  refused?: string;
}

export const nameOf = ({ organisations }: Page, id: string): string =>
  organisations.find((one) => one.id === id)?.name ?? id;
