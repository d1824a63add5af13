import type { EffectContext } from '../../../conversation/ports.ts';
import type { Profile } from '../../../domain/person.ts';
import type { JoiningDeps } from './ports.ts';

/** Consent and "stop" are the person's: what is decided on one account holds on all. */
const SHARED = /^(?:stopped|consents\.([a-z0-9_]+))$/u;

/** Takes a decision into the other talks of whoever made it. Safe to repeat. */
export async function share(
  { joined, talks }: Pick<JoiningDeps, 'joined' | 'talks'>,
  { person, conversation }: Pick<EffectContext, 'person' | 'conversation'>,
  path: string,
  value: unknown,
): Promise<void> {
  const found = SHARED.exec(path);
  if (found === null) return;
  const { root, members, conversations } = await joined.groupOf(person);
  for (const other of conversations)
    if (other !== conversation)
      await talks.rewrite(other, {
        ...{ of: members, to: root },
        change: (talk) => ({ ...talk, profile: decided(talk.profile, found[1], value) }),
      });
}

function decided(profile: Profile, purpose: string | undefined, value: unknown): Profile {
  if (purpose === undefined) return { ...profile, stopped: value === true };
  const others = Object.entries(profile.consents).filter(([each]) => each !== purpose);
  const agreed = typeof value === 'number' ? [[purpose, value] as const] : [];
  return { ...profile, consents: Object.fromEntries([...others, ...agreed]) };
}
