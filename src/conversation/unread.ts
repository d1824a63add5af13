import type { Lang } from '../domain/language.ts';
import type { EngineInput, Session, TextKey } from '../engine/types.ts';
import type { Talk } from './conversation.ts';
import type { EntryContent } from './entry.ts';
import type { WritingReader } from './ports.ts';
import type { Routed } from './route.ts';
import { hasConsented, type Script } from './script.ts';

/** What is done about words nothing understood, besides what was going to be done. */
export interface Unread {
  /** Words of our own that stand before it. */
  say?: TextKey;
  /** This is done instead: the language they were written in is offered. */
  input?: EngineInput;
  offered?: readonly Lang[];
}

/**
 * Asks in what such words were written. A script that cannot be read is named. Another language is offered to who has
 * chosen one, each language once: whoever stays knows the word for it, and is not asked again.
 */
export function aboutUnread(
  { writing, script }: { writing?: WritingReader | undefined; script: Script },
  content: EntryContent,
  { session, profile, offered = [] }: Omit<Talk, 'route'>,
): Unread {
  if (content.kind !== 'text' || writing === undefined) return {};
  const { lang = '' } = profile;
  const found = writing(content.text, lang);
  if (found.kind === 'nko') return { say: { flow: 'bot', key: 'nko_seen' } };
  const flow = script.otherLanguage;
  if (found.kind === 'unknown' || lang === '' || flow === undefined || offered.includes(found.lang))
    return {};
  // Who is about to be greeted hears first who is talking.
  if (session === null && !hasConsented(profile)) return {};
  return {
    input: { kind: session === null ? 'start' : 'interrupt', flow: flow.id },
    offered: [...offered, found.lang],
  };
}

/** Words that begin a talk, or that nothing open could take: known before anything is done with them. */
export const isStray = ({ say, input }: Routed, { firstContact }: Script): boolean =>
  say?.key === 'nothing_open' || (input?.kind === 'start' && input.flow === firstContact.id);

/** The open question took them for no answer, and asks again. */
export function isRetried(before: Session | null, after: Session | null): boolean {
  const [asked, asking] = [before?.frames.at(-1), after?.frames.at(-1)];
  return (
    asked !== undefined &&
    asking?.sid === asked.sid &&
    asking.step === asked.step &&
    asking.tries > asked.tries
  );
}
