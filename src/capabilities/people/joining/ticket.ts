import { z } from 'zod';
import type { Sealer } from '../../../conversation/ports.ts';

/** Whom a code joins to. */
const host = z.strictObject({ person: z.string(), conversation: z.string() });
export type Host = z.infer<typeof host>;

/** With its code: for whoever types it. */
export const sealHost = (sealer: Sealer, asker: Buffer, of: Host): Buffer =>
  sealer.seal(JSON.stringify(of), hostPlace(asker));

/** @throws Fault when the bytes were changed or belong to another asker */
export const openHost = (sealer: Sealer, asker: Buffer, sealed: Uint8Array): Host =>
  host.parse(JSON.parse(sealer.open(sealed, hostPlace(asker))));

/**
 * What a claimed code becomes: the flow hands it to the effect, which then needs no code any more. It is bound to the talk
 * that claimed it.
 */
export const sealTicket = (sealer: Sealer, conversation: string, of: Host): string =>
  sealer.seal(JSON.stringify(of), ticketPlace(conversation)).toString('base64url');

/** @throws Fault when the bytes were changed or were given to another talk */
export const openTicket = (sealer: Sealer, conversation: string, ticket: string): Host =>
  host.parse(JSON.parse(sealer.open(Buffer.from(ticket, 'base64url'), ticketPlace(conversation))));

const hostPlace = (asker: Buffer): string => `join_codes/host/${asker.toString('hex')}`;
const ticketPlace = (conversation: string): string => `join/ticket/${conversation}`;
