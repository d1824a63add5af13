import type { Page } from '../../pages/page.ts';
import type { EditionDesk } from '../ports.ts';
import type { PublishingTexts } from './texts.fr.ts';

/** What the pages on which flows are published are made with. */
export interface PublishingPage extends Page {
  words: PublishingTexts;
  desk: EditionDesk;
  /** Who published: names of accounts by their ids. */
  names: ReadonlyMap<string, string>;
  /** Their role may publish, not only look. */
  publishes: boolean;
}

export const DRAFT = '/staff/flow-draft';
export const EDITIONS = '/staff/flow-editions';

export const draftPath = (flow?: string): string =>
  flow === undefined ? DRAFT : `${DRAFT}?flow=${encodeURIComponent(flow)}`;
export const comparePath = (flow: string): string => `/staff/flows/${encodeURIComponent(flow)}/draft`;
export const editionPath = (n: number, flow?: string): string =>
  flow === undefined ? `${EDITIONS}/${n}` : `${EDITIONS}/${n}/${encodeURIComponent(flow)}`;
