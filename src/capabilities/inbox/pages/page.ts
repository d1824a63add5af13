import type { Lang } from '../../../domain/language.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Colleague, Inbox, InboxParts } from '../ports.ts';
import { INBOX } from './texts.ts';
import type { InboxTexts } from './texts.fr.ts';

/** What every page of the inbox is made with. */
export interface Page {
  ctx: StaffContext;
  texts: InboxTexts;
  inbox: Inbox;
  parts: InboxParts;
  now: number;
  /** IANA name of the campaign's time zone. */
  zone: string;
}

export interface PagesDeps {
  parts: InboxParts;
  clock: { now(): number };
  /** Makes the key of a form, so that a reply sent twice is one. */
  chance: { token(bytes: number): string };
  zone: string;
}

export function pageOf({ parts, clock, zone }: PagesDeps, ctx: StaffContext): Page {
  const { id, role, org, regions } = ctx.person;
  const inbox = parts.inboxOf({ id, role, org, regions }, ctx.audit);
  return { ctx, texts: INBOX[ctx.frame.lang], inbox, parts, now: clock.now(), zone };
}

export const INBOX_PATH = '/staff/inbox';
export const threadPath = (id: string, more = ''): string => `${INBOX_PATH}/${id}${more}`;

/** Of a voice or photo that stands in a thread. */
export const filePath = (id: string, file: string, more = ''): string =>
  threadPath(id, `/files/${file}${more}`);

/** `sam. 21 nov., 16:00` */
export const momentWords = ({ ctx, zone }: Page, ms: number): string =>
  new Intl.DateTimeFormat(ctx.frame.lang, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone: zone,
  }).format(ms);

export const timeWords = ({ ctx, zone }: Page, ms: number): string =>
  new Intl.DateTimeFormat(ctx.frame.lang, { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(ms);

export const dayWords = ({ ctx, zone }: Page, ms: number): string =>
  new Intl.DateTimeFormat(ctx.frame.lang, { dateStyle: 'full', timeZone: zone }).format(ms);

const MINUTE_MS = 60_000;

/** How long between two moments; one that is yet to come counts as now. */
export function spanWords({ texts }: Page, from: number, to: number): string {
  const minutes = Math.max(0, Math.floor((to - from) / MINUTE_MS));
  return texts.duration(Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60);
}

export const numberWords = ({ ctx }: Page, n: number): string =>
  new Intl.NumberFormat(ctx.frame.lang).format(n);

/** A channel's name; of one that is not known here, its id. */
export const channelName = ({ texts }: Page, channel: string): string =>
  texts.channels[channel] ?? channel.toUpperCase();

/** A flow's reason is a word of its own making; what is not known here is shown as it is. */
export const reasonWords = ({ texts }: Page, reason: string): string =>
  texts.reasons[reason] ?? reason.replaceAll('_', ' ');

export const languageName = ({ ctx }: Page, lang: Lang): string =>
  new Intl.DisplayNames(ctx.frame.lang, { type: 'language' }).of(lang) ?? lang;

export const colleagueName = ({ texts }: Page, { name }: Colleague): string => name ?? texts.former;

export const isMine = ({ ctx }: Page, who: Colleague | null): boolean => who?.id === ctx.person.id;
