import type { AuditAct } from './audit.ts';
import type { StayedOpen } from './open-looks.ts';
import type { StaffAnswer, StaffRoute } from './route.ts';

/**
 * What the frame itself records before an answer goes out: files that leave, and looks at class A.
 * @returns whether it was a look
 */
export async function recordLook(
  act: AuditAct,
  route: Pick<StaffRoute, 'path' | 'reads'>,
  params: Readonly<Record<string, string>>,
  answer: StaffAnswer | undefined,
  door: Door = 'page',
  stayed?: StayedOpen,
): Promise<boolean> {
  const subject = subjectOf(door, route.path, params);
  const isFile = answer?.kind === 'file';
  const isLook = !isFile && route.reads !== undefined && !isRefusal(answer);
  if (isFile) await act('staff.exported', subject, route.reads && { class: route.reads });
  if (isLook) await act('staff.looked', subject, stayed);
  return isLook;
}

/** A try counts too: who asks for names they may not see is worth knowing. */
export async function recordRefusedLook(
  act: AuditAct,
  route: Pick<StaffRoute, 'path' | 'reads'> & { reveals?: true },
  params: Readonly<Record<string, string>>,
  door: Door = 'page',
): Promise<void> {
  if (route.reads !== undefined || route.reveals === true)
    await act('staff.look_refused', subjectOf(door, route.path, params));
}

/** Which way it was looked at. */
type Door = 'page' | 'api';

/** The page's path with its ids. What is no plain id may be anything, so it is left out; so is the query. */
const subjectOf = (door: Door, path: string, params: Readonly<Record<string, string>>): string =>
  `${door}${path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = params[name] ?? '';
    return PLAIN_ID.test(value) ? value : '_';
  })}`;

const PLAIN_ID = /^(?!\d{8,15}$)[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$/;

/** Nothing was shown: the page says that there is no such thing. */
const isRefusal = (answer: StaffAnswer | undefined): boolean =>
  answer !== undefined && 'status' in answer && answer.status >= 400;
