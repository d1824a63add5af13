import { recipientIds } from '../plan/recipient-ids.ts';
import type { Recipient } from '../plan/recipients-store.ts';
import type { Sendable } from './ports.ts';
import type { SendingDeps } from './sending-deps.ts';
import { prompted } from './tell.ts';

/** So long nothing was heard of a message: then it is asked for. */
const QUIET_MS = 30_000;
/** A talk that says nothing when it is told so often says nothing at all. */
const MOST_TURNS = 5;

/**
 * Looks after messages nothing is heard of: a process may have died between writing that somebody is told and telling
 * them, and what became of a message may not have been kept.
 */
export class Lost {
  readonly #deps: SendingDeps;
  /** Since when each is on its way, as this process knows; by its key and turn. */
  readonly #since = new Map<string, number>();

  constructor(deps: SendingDeps) {
    this.#deps = deps;
  }

  /** @param live all that are on their way */
  async look(broadcast: Sendable, live: readonly Recipient[], isFirst: boolean): Promise<void> {
    const now = this.#deps.clock.now();
    const names = live.map(({ key, turn }) => `${key.toString('hex')}:${String(turn)}`);
    for (const name of this.#since.keys()) if (!names.includes(name)) this.#since.delete(name);
    for (const [at, name] of names.entries()) {
      const since = this.#since.get(name);
      const recipient = live[at];
      if (recipient === undefined) continue;
      if (since === undefined) this.#since.set(name, now);
      // What a former process left is asked for at once.
      if (isFirst || (since !== undefined && now - since > QUIET_MS)) {
        this.#since.set(name, now);
        await this.#ask(broadcast, recipient, !isFirst);
      }
    }
  }

  async #ask(broadcast: Sendable, recipient: Recipient, isLate: boolean): Promise<void> {
    const { audiences, recipients, unsent, fingerprint } = this.#deps;
    const { key, turn, state } = recipient;
    // Erased meanwhile: whatever waited for them can be opened by nobody.
    if (recipient.id.length === 0) return recipients.skip([{ key, state: 'skipped', reason: 'erased' }]);
    const conversation = audiences.conversationOf(recipient);
    if (state === 'going') {
      const receipt = await prompted(this.#deps, broadcast, { recipient, conversation });
      if (receipt !== 'duplicate') return undefined;
    }
    if (!isLate || (await unsent(conversation)).length > 0) return undefined;
    const of = { talk: recipientIds(fingerprint, broadcast.id).talk(conversation), turn };
    if (state === 'leaving') return recipients.became(of, 'unknown', 'not_kept');
    // It never left: the talk said nothing, or its message was taken out.
    if (turn >= MOST_TURNS) return recipients.became(of, 'failed', 'not_said');
    await recipients.again(of, ['going']);
    return undefined;
  }
}
