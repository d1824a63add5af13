import { z } from 'zod';
import type { EffectKind } from '../../../conversation/ports.ts';
import type { DueKind } from '../../../schedule/due-dates.ts';
import type { Group, JoiningDeps } from './ports.ts';
import { tell } from './tell.ts';

export const SEPARATE = 'people.separate';
const ID_BYTES = 16;

const params = z.strictObject({});

/**
 * Accounts part again. Whoever asks on an account that joined leaves with it; whoever asks on the first one has the others
 * leave. Who leaves is decided here: run again after a crash, fewer would be there to choose from.
 */
export const separateEffect = ({ dues, joined, clock }: JoiningDeps): EffectKind<Record<string, never>> => ({
  name: SEPARATE,
  params,
  from: (event) => (event.kind === 'asked_for' && event.effect === SEPARATE ? [{}] : []),
  async apply(batch) {
    for (const { id, context } of batch) {
      const group = await joined.groupOf(context.person);
      const leaving = leavingFrom(group, context.conversation);
      if (leaving.length === 0) continue;
      await dues.set({
        ...{ kind: SEPARATE, id: id.toString('hex'), at: clock.now() },
        params: { person: group.root, leaving: leaving.join(' ') },
      });
    }
  },
});

function leavingFrom({ conversations, erased }: Group, asking: string): string[] {
  const [first, ...others] = conversations;
  if (erased || others.length === 0) return [];
  if (asking === first) return others;
  return others.filter((one) => one === asking);
}

const read = z.object({ person: z.string(), leaving: z.string() });

/** Everything but the talk itself, and the news that come into it, stays with who was joined: counted once, for good. */
export const separateDue = (deps: JoiningDeps): DueKind => ({
  kind: SEPARATE,
  async run({ id, params: due }) {
    const { person, leaving } = read.parse(due);
    const group = await deps.joined.groupOf(person);
    const [staying] = group.conversations;
    if (group.erased || staying === undefined) return;
    for (const conversation of leaving.split(' ')) await leave(deps, id, group, { conversation, staying });
    const left = await deps.joined.groupOf(person);
    if (left.conversations.length === 1) await alone(deps, left);
    await tell(deps.prompt, [...new Set([...group.conversations, ...leaving.split(' ')])], 'separes', id);
  },
});

async function leave(
  { talks, people, joined, owned, fingerprint }: JoiningDeps,
  id: string,
  { root, members }: Group,
  { conversation, staying }: { conversation: string; staying: string },
): Promise<void> {
  const to = fingerprint('person-apart', id, conversation).subarray(0, ID_BYTES).toString('base64url');
  await people.createAs(to, conversation, await joined.decided(root));
  const became = await talks.rewrite(conversation, {
    ...{ of: [...members, to], to },
    change: (talk) => ({ ...talk, joined: undefined }),
  });
  if (became === 'gone') {
    await people.drop(to);
    return;
  }
  for (const { part } of owned) await part?.({ from: root, to, conversation, staying });
  await joined.leave(root, conversation);
}

/** Nobody is left to share anything with. */
async function alone({ talks }: JoiningDeps, { root, members, conversations }: Group): Promise<void> {
  for (const conversation of conversations)
    await talks.rewrite(conversation, {
      ...{ of: members, to: root },
      change: (talk) => ({ ...talk, joined: undefined }),
    });
}
