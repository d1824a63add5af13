import { z } from 'zod';
import type { CallContext, CallKind, Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { readSeat } from '../../../conversation/phone/seat.ts';
import type { Clock } from '../../../domain/clock.ts';
import { MAX_ACCOUNTS, type Group } from '../../../store/joined-people.ts';
import { askerKey, claimKey, CODE_LIVES_MS, codeKey, newCode, readCode, spaced, trierKey } from './code.ts';
import type { CodesStore } from './codes-store.ts';
import { openHost, sealHost, sealTicket } from './ticket.ts';
import type { TriesStore } from './tries-store.ts';

export interface JoinCallDeps {
  codes: CodesStore;
  tries: TriesStore;
  groupOf: (person: string) => Promise<Group>;
  fingerprint: Fingerprint;
  sealer: Sealer;
  clock: Clock;
}

/** Gives a one-time code to be typed on another channel; the code before it counts no more. */
export const codeCall = ({ codes, fingerprint, sealer, clock }: JoinCallDeps): CallKind => ({
  name: 'people.code',
  kind: 'claims',
  params: z.strictObject({}),
  async run(_params, { person, conversation, claim }) {
    const code = newCode(fingerprint, conversation, claim);
    const _id = askerKey(fingerprint, conversation);
    const host = sealHost(sealer, _id, { person, conversation });
    await codes.put({ _id, code: codeKey(fingerprint, code), host, until: clock.now() + CODE_LIVES_MS });
    return { code: spaced(code) };
  },
});

/**
 * Uses a code. `result`: `pris`, with the ticket that joins; `inconnu`, also for one that is used or too old; `trop`: too
 * many tries; `ici`: it was asked for in this very talk; `deja`: they are one person already; `plein`: too many accounts.
 */
export const joinCall = (deps: JoinCallDeps): CallKind => ({
  name: 'people.join',
  kind: 'claims',
  params: z.strictObject({ code: z.string().max(64) }),
  async run({ code }, context) {
    const { fingerprint, tries, clock } = deps;
    const claim = claimKey(fingerprint, context.conversation, context.claim);
    const who = trierKey(fingerprint, context.conversation);
    if (!(await tries.take(who, claim, clock.now()))) return none('trop');
    const read = readCode(String(code));
    return read === null ? none('inconnu') : used(deps, codeKey(fingerprint, read), claim, context);
  },
});

/** What is to be said of somebody's accounts, where it still holds; `etat` is null otherwise. */
export const accountsCall = ({ groupOf }: Pick<JoinCallDeps, 'groupOf'>): CallKind => ({
  name: 'people.accounts',
  kind: 'reads',
  params: z.strictObject({ etat: z.string().nullable() }),
  async run({ etat }, { person }) {
    const several = (await groupOf(person)).conversations.length > 1;
    return { etat: etat === 'relies' && !several ? null : (etat ?? null) };
  },
});

async function used(
  { codes, groupOf, sealer, clock }: JoinCallDeps,
  code: Buffer,
  claim: Buffer,
  { person, conversation }: CallContext,
): Promise<ReturnType<typeof none>> {
  const found = await codes.find(code, claim, clock.now());
  if (found === null) return none('inconnu');
  const host = openHost(sealer, found._id, found.host);
  if (phoneOf(host.conversation) === phoneOf(conversation)) return none('ici');
  const [guests, hosts] = [await groupOf(person), await groupOf(host.person)];
  if (hosts.erased) return none('inconnu');
  if (guests.root === hosts.root) return none('deja');
  if (guests.conversations.length + hosts.conversations.length > MAX_ACCOUNTS) return none('plein');
  if (!(await codes.claim(code, claim, clock.now()))) return none('inconnu');
  return { result: 'pris', jeton: sealTicket(sealer, conversation, host) };
}

const none = (result: string): { result: string; jeton: string } => ({ result, jeton: '' });

/** Two who share a phone are two people: a code given there is no other account. */
const phoneOf = (conversation: string): string => readSeat(conversation).conversation;
