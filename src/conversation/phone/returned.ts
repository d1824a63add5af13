import type { InboundContent } from '../../domain/message.ts';
import type { EngineEvent, TextKey } from '../../engine/types.ts';
import type { Talk } from '../conversation.ts';
import type { EntryContent } from '../entry.ts';
import { leftExpired } from '../expiring.ts';
import type { Passage } from '../ports.ts';
import { openFrame } from '../route.ts';
import { type Ran, type Running, runEngine } from '../run-engine.ts';
import type { Kept, Returning } from './on-phone.ts';

type Before = Omit<Talk, 'route'>;
type Returned = Ran & Pick<Talk, 'answered'> & { say?: TextKey | undefined };

/**
 * What waited for somebody is said first; then comes what they wrote before it was known who they are, or the question
 * that was open is asked again.
 * @param answer what becomes of something they send
 */
export async function returned<Became extends Ran>(
  running: Running,
  before: Before,
  { kept, held }: Returning,
  answer: (before: Before, content: InboundContent) => Promise<Became>,
): Promise<Became | Returned> {
  const told = await toldWhatWaited(running, before, kept);
  const { events, walk } = told;
  const standing = { ...before, session: told.session, profile: told.profile, due: told.due };
  const content = held ?? withoutWords(running, standing);
  const became =
    content === undefined ? await askedAgain(running, standing) : await answer(standing, content);
  return { ...became, events: [...events, ...became.events], walk: [...walk, ...became.walk] };
}

/** For those who ask what became of it. */
export function begunIn(content: EntryContent): Pick<Passage, 'begun'> {
  if (content.kind !== 'returned') return {};
  const begun = content.kept.flatMap((one) =>
    one.kind === 'prompt' ? [{ flow: one.flow, params: one.params }] : [],
  );
  return begun.length === 0 ? {} : { begun };
}

/** A flow that is published no more says nothing. */
async function toldWhatWaited(running: Running, before: Before, kept: readonly Kept[]): Promise<Ran> {
  const { session, due } = before;
  let { profile } = before;
  const events: EngineEvent[] = [];
  const walk: Ran['walk'] = [];
  for (const one of kept) {
    if (one.kind === 'words' || running.script.forPrompt(one.flow) === undefined) continue;
    const ran = await runEngine(running, { session: null, profile }, { ...one, kind: 'start' });
    ({ profile } = ran);
    events.push(...ran.events);
    walk.push(...ran.walk);
  }
  return { session, profile, due, events, walk };
}

/** Where nothing is open they are told what they can do; whoever said stop, that they did. */
function withoutWords(running: Running, standing: Before): InboundContent | undefined {
  if (standing.profile.stopped) return { kind: 'intent', intent: 'stop' };
  const { session } = leftExpired(running, standing);
  return openFrame(session) === undefined ? { kind: 'intent', intent: 'menu' } : undefined;
}

async function askedAgain(running: Running, before: Before): Promise<Returned> {
  const standing = leftExpired(running, before);
  const asked = await runEngine(running, standing, { kind: 'again' });
  return {
    ...asked,
    answered: before.answered,
    events: [...standing.events, ...asked.events],
    walk: [...standing.walk, ...asked.walk],
    say: standing.over && { flow: 'bot', key: 'talk_over' },
  };
}
