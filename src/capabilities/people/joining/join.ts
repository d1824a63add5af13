import { z } from 'zod';
import type { EffectKind } from '../../../conversation/ports.ts';
import { Fault } from '../../../domain/faults.ts';
import type { Due, DueKind } from '../../../schedule/due-dates.ts';
import type { Group, JoiningDeps } from './ports.ts';
import { stricter } from './stricter.ts';
import { tell } from './tell.ts';
import { openTicket } from './ticket.ts';

export const JOIN = 'people.unite';
const SETTLE = 'people.settle';

/** What another process had in hand for one of the two when they became one is done by then, milliseconds. */
const SETTLE_AFTER_MS = 120_000;
/** And what was only ordered then: a voice message is looked for at its platform for a day. */
const SETTLE_AT_LAST_MS = 25 * 3_600_000;

const params = z.strictObject({ jeton: z.string().min(1).max(1024) });
type JoinParams = z.infer<typeof params>;

/**
 * A code was used and its turn is committed: the joining itself is a due-date, so that a crash anywhere in it is gone on
 * with, and so that what it says waits for no turn that waits for it.
 */
export const joinEffect = ({ dues, sealer, clock }: JoiningDeps): EffectKind<JoinParams> => ({
  name: JOIN,
  params,
  from(event) {
    if (event.kind !== 'asked_for' || event.effect !== JOIN) return [];
    const asked = params.safeParse(event.params);
    if (asked.success) return [asked.data];
    throw new Fault('bug', 'bad_effect', `A flow asks for ${JOIN} without the ticket of a code.`);
  },
  async apply(batch) {
    for (const { id, context, params: asked } of batch) {
      const host = openTicket(sealer, context.conversation, asked.jeton);
      await dues.set({
        ...{ kind: JOIN, id: id.toString('hex'), at: clock.now() },
        params: { guest: context.person, host: host.person, from: context.conversation },
      });
    }
  },
});

const read = z.object({ guest: z.string(), host: z.string(), from: z.string() });

/** Makes two people one. Every step may be repeated, and each leaves a state the next run goes on from. */
export const joinDue = (deps: JoiningDeps): DueKind => ({
  kind: JOIN,
  async run({ id, params: due }, now) {
    const { guest, host, from } = read.parse(due);
    const united = await deps.joined.unite(guest, host, id);
    if (united === 'gone' || united === 'full') {
      await tell(deps.prompt, [from], 'echec', id);
      return;
    }
    const group = await deps.joined.groupOf(host);
    await talkAsOne(deps, group);
    await keepAsOne(deps, group);
    if (await goneMeanwhile(deps, host)) return;
    await deps.dues.set(settling(id, host, now + SETTLE_AFTER_MS));
    // Two who typed each other's code are told by the joining that came first.
    if (united === 'united') await tell(deps.prompt, group.conversations, 'relies', id);
  },
});

const settling = (id: string, host: string, at: number, last = false): Due => ({
  ...{ kind: SETTLE, id: last ? `${id} last` : id, at },
  params: { host, last },
});

/** Goes over a joining once more, for what was on its way under the name of who joined; at last its key is destroyed. */
export const settleDue = (deps: JoiningDeps): DueKind => ({
  kind: SETTLE,
  async run({ id, params: { host: named, last } }, now) {
    const host = String(named);
    const group = await deps.joined.groupOf(host);
    await keepAsOne(deps, group);
    if (await goneMeanwhile(deps, host)) return;
    if (last === true) await deps.joined.dropKeys(group.root);
    else await deps.dues.set(settling(id, host, now + SETTLE_AT_LAST_MS, true));
  },
});

/** All talks become the root's, under its key; the stricter of what was decided in them holds in each. */
async function talkAsOne(
  { talks, people }: JoiningDeps,
  { root, members, conversations }: Group,
): Promise<void> {
  const profiles = await Promise.all(conversations.map((id) => talks.profileOf(id)));
  const holds = stricter(profiles.filter((profile) => profile !== null));
  for (const id of conversations)
    await talks.rewrite(id, {
      ...{ of: members, to: root },
      change: (talk) => ({ ...talk, profile: { ...talk.profile, ...holds }, joined: true }),
    });
  await people.update([{ person: root, set: { ...holds } }]);
}

async function keepAsOne({ owned }: JoiningDeps, { root, members }: Group): Promise<void> {
  for (const member of members) if (member !== root) for (const { unite } of owned) await unite(member, root);
}

/** Erased while they became one: what was brought to them since goes too. */
async function goneMeanwhile({ joined, erase }: JoiningDeps, host: string): Promise<boolean> {
  const { root, erased } = await joined.groupOf(host);
  if (erased) await erase(root);
  return erased;
}
