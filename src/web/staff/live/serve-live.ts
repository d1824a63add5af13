import type { Request, Response } from 'express';
import { mayEnter } from '../matrix.ts';
import type { StaffParts } from '../parts.ts';
import type { StaffPerson, StaffRoute } from '../route.ts';
import { cookieOf, SESSION_COOKIE, signedIn } from '../sessions.ts';
import type { LiveAnswer } from './answer.ts';
import type { LiveStreams } from './streams.ts';

/** Opens the stream for a page that listens; anybody else who asks for it is sent to the page. */
export function serveLive(
  parts: StaffParts,
  streams: LiveStreams,
  { route, person, answer }: { route: StaffRoute; person: StaffPerson; answer: LiveAnswer },
  { request, response }: { request: Request; response: Response },
): void {
  if (request.method !== 'GET' || !listens(request)) {
    response.redirect(303, answer.page);
    return;
  }
  const { id, org, regions } = person;
  streams.open(
    {
      account: id,
      session: cookieOf(request, SESSION_COOKIE) ?? '',
      topic: answer.topic,
      seen: seenBy(request),
      mark: async () => plain(await answer.mark()),
      async stands() {
        const now = await signedIn(quietly(parts), request);
        if (now?.id !== id || now.org !== org || !mayEnter(route, now)) return false;
        return String(now.regions) === String(regions);
      },
    },
    response,
  );
}

/** Whether a request comes from what opens streams in browsers; it can set no header of ours. */
export const listens = (request: Request): boolean =>
  (request.get('accept') ?? '').includes('text/event-stream');

/**
 * The same, but nobody is marked as seen: what a page does by itself is no sign that somebody sits there, and a desk left
 * alone must be signed out in the end.
 */
export function quietly<P extends Pick<StaffParts, 'sessions'>>(parts: P): P {
  const { sessions } = parts;
  const quiet = Object.create(sessions) as StaffParts['sessions'];
  quiet.touch = async () => undefined;
  return { ...parts, sessions: quiet };
}

/** A browser that lost the line names what it last heard; a page that was just drawn, what it shows. */
function seenBy(request: Request): string {
  const { seen } = request.query;
  return plain(request.get('last-event-id') ?? (typeof seen === 'string' ? seen : ''));
}

/** It goes into a line of the stream: a break in it would be an event of somebody else's making. */
const plain = (mark: string): string => mark.replace(/[^\w.-]/gu, '').slice(0, 64);
