import type { Request, Response } from 'express';
import { repeat } from '../../domain/repeat.ts';
import { quietly } from './live/index.ts';
import { mayEnter } from './matrix.ts';
import type { StaffParts } from './parts.ts';
import type { StaffPerson, StaffRoute } from './route.ts';
import { signedIn } from './sessions.ts';

/** What is revoked has to end within a second (T19); a look costs two reads by id. */
const LOOK_MS = 500;

/**
 * Ends an answer that is still on its way once its person may no longer have it: signed out, suspended, or of a role
 * that does not open the page. What the network has taken already is gone; what we hold stays here.
 */
export function cutWhenRevoked(
  parts: StaffParts,
  { route, person }: { route: StaffRoute; person: StaffPerson },
  { request, response }: { request: Request; response: Response },
): void {
  const look = repeat(LOOK_MS, async () => {
    const now = await signedIn(quietly(parts), request);
    if (now?.id === person.id && now.org === person.org && mayEnter(route, now)) return;
    look.stop();
    response.destroy();
  });
  response.once('close', () => look.stop());
}
