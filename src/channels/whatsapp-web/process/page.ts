import { within as orLate } from '../../../domain/within.ts';
import { z } from 'zod';
import type { Glimpse } from './watch.ts';

/** As much of a page of Chromium as is used here. */
export interface Page {
  evaluate(script: string): Promise<unknown>;
}

/** A page that does not answer within this long does not answer, in milliseconds. */
const ANSWER_MS = 10_000;
const MOST_CHATS = 500;

/*
 * What is asked of WhatsApp's page beside the library, through the modules the library itself asks. As text: it runs in
 * the page, where there is nothing of ours.
 */
const GLIMPSE = `(() => {
  const { Socket } = window.require('WAWebSocketModel');
  return { socket: String(Socket.state), synced: Socket.hasSynced === true, injected: window.WWebJS !== undefined };
})()`;
const NUDGE = 'window.onAppStateHasSyncedEvent()';
const REFRESH_QR = `window.require('WAWebCmd').Cmd.refreshQR()`;
const OURSELVES = `(() => {
  const me = window.require('WAWebUserPrefsMeUser');
  return [me.getMaybeMePnUser(), me.getMaybeMeLidUser()].flatMap((wid) => wid?._serialized ?? []);
})()`;
const UNREAD = `window.require('WAWebCollections').Chat.getModelsArray()
  .filter((chat) => chat.unreadCount)
  .slice(0, ${MOST_CHATS})
  .map((chat) => ({ id: chat.id._serialized, unread: Math.max(1, chat.unreadCount) }))`;

const glimpse = z.object({ socket: z.string(), synced: z.boolean(), injected: z.boolean() });
const unread = z.array(z.object({ id: z.string(), unread: z.int().positive() }));

/** How the page is; `undefined` where it does not say. */
export async function look(page: Page): Promise<Glimpse | undefined> {
  return glimpse.safeParse(await asked(page, GLIMPSE)).data;
}

/** Calls by hand what WhatsApp's page would have called. */
export const nudge = (page: Page): Promise<unknown> => asked(page, NUDGE);

export const refreshQr = (page: Page): Promise<unknown> => asked(page, REFRESH_QR);

/** Our own ids: the number, and the one that hides it. */
export async function ourselves(page: Page): Promise<readonly string[]> {
  return z.array(z.string()).safeParse(await asked(page, OURSELVES)).data ?? [];
}

/** Chats with something nobody has read. */
export async function unreadChats(page: Page): Promise<z.infer<typeof unread>> {
  return unread.safeParse(await asked(page, UNREAD)).data ?? [];
}

/** Whether a file is on its way from somebody's phone and may be had later. */
export async function isOnItsWay(page: Page, message: string): Promise<boolean> {
  const stage = await asked(
    page,
    `window.require('WAWebCollections').Msg.get(${JSON.stringify(message)})?.mediaData?.mediaStage`,
  );
  return stage === 'REUPLOADING' || stage === 'FETCHING';
}

/** Never rejects, never hangs: a page that is navigating or gone says nothing. */
async function asked(page: Page, script: string): Promise<unknown> {
  return within(page.evaluate(script), ANSWER_MS).catch(() => undefined);
}

/** Rejects when the work takes longer than `ms`; the work goes on. */
export const within = <T>(work: Promise<T>, ms: number): Promise<T> =>
  orLate(work, ms, () => {
    throw new TooLate();
  });

export class TooLate extends Error {
  override readonly name = 'TooLate';
}
