import { expect } from '@jest/globals';
import type { Transcript } from '../../src/conversation/rehearsal/transcript/transcript.ts';
import { answeringAs } from '../../src/cli/flows-test/given-calls.ts';
import type { Deed } from '../../src/conversation/rehearsal/deed.ts';
import { type Line, rehearse } from '../../src/conversation/rehearsal/rehearse.ts';
import { pack } from '../../src/conversation/pack.ts';
import type { EngineEvent } from '../../src/engine/types.ts';
import { profileFor, shipped } from '../flows/shipped.ts';
import { type AuthorsHouse, beginningOf } from './authors-house.ts';
import type { RigMaker, Seen, Somebody } from './rig.ts';
import { until } from './until.ts';

/** A transcript and the flow it is about. */
export interface AuthorsTalk {
  flow: string;
  transcript: Transcript;
}

/** Whether everything a person does in it can be done on this channel. */
export const isPossible = ({ transcript }: AuthorsTalk, { media }: RigMaker): boolean =>
  transcript.talk.every(({ deed }) => deed === undefined || !('send' in deed) || media.includes(deed.send));

/**
 * Plays an author's transcript on a channel, beside the rehearsal that its author plays it in (F8): the person must see
 * the words and the choices of the rehearsal, each once, and the talk must save and order the same (C11).
 * @returns how many things the person did
 */
export async function playOn(house: AuthorsHouse, somebody: Somebody, talk: AuthorsTalk): Promise<number> {
  const { flow, transcript } = talk;
  const { lang } = transcript;
  const deps = shipped.deps(lang);
  let given = transcript.calls;
  const profile = profileFor(flow, lang);
  const rehearsal = rehearse({ ...deps, calls: answeringAs(deps.calls, () => given) }, profile);
  const guest = house.expects(somebody.address, profile, () => given);
  const before = (await somebody.sees()).length;
  const lines: Line[] = [];
  const expected: Seen[] = [];
  // Also of questions that are over: an old button may be pressed.
  const labels = new Map<string, string>();
  for (const [at, { deed, calls }] of transcript.talk.entries()) {
    given = { ...given, ...calls };
    const labelOf = (key: string): string => labels.get(key) ?? key;
    const pressed = deed && 'tap' in deed ? { tap: labelOf(deed.tap) } : deed;
    const said = deed ? await rehearsal.play(deed) : await rehearsal.begin(flow);
    const bubbles = bubblesOf(said);
    for (const { key, label } of said.flatMap((line) => ('out' in line ? line.out.choices : [])))
      labels.set(key, label);
    expected.push(...bubbles);
    lines.push(...said);
    if (deed !== undefined && 'wait' in deed) await house.passes(guest, deed.wait);
    else if (deed !== undefined && 'give_back' in deed) await house.givesBack(guest, deed.give_back);
    else {
      const served = guest.served();
      await act(somebody, pressed ?? { say: beginningOf(flow) });
      await until(
        () => guest.served() > served,
        () => `${flow}, ${lang}, "${transcript.title}", entry ${at + 1}: it was not served`,
      );
    }
    let seen: Seen[] = [];
    const look = async (): Promise<boolean> => {
      seen = (await somebody.sees()).slice(before);
      return seen.length >= expected.length;
    };
    await until(look, () => seen.slice(-2));
    const where = { flow, lang, title: transcript.title, entry: at + 1 };
    expect({ ...where, seen }).toEqual({ ...where, seen: expected });
  }
  const events = guest.events().flatMap(kept);
  expect({ flow, title: transcript.title, events }).toEqual({
    ...{ flow, title: transcript.title },
    events: lines.flatMap(rehearsed),
  });
  return transcript.talk.length;
}

/** A tap names the label. */
async function act(somebody: Somebody, deed: Deed): Promise<void> {
  if ('say' in deed) await somebody.says(deed.say);
  else if ('tap' in deed) await somebody.taps(deed.tap);
  else if ('send' in deed) await somebody.sends(deed.send);
}

/** What of a turn stands on the screen. */
function bubblesOf(lines: readonly Line[]): Seen[] {
  const outs = lines.flatMap((line) => ('out' in line ? [line.out] : []));
  const labels = (outs.at(-1)?.choices ?? []).map(({ label }) => label);
  const texts = pack(outs.map(({ text, audio }) => ({ text, audio })));
  return texts.map(({ text }, at) => ({ text, labels: at === texts.length - 1 ? labels : [] }));
}

/** What is saved and ordered, as a rehearsal tells it. */
const rehearsed = (line: Line): object[] => {
  if ('event' in line) return [{ event: nameless(line.event) }];
  return 'saved' in line ? [line] : [];
};

function kept(event: EngineEvent): object[] {
  if (event.kind === 'said') return [];
  if (event.kind === 'answered') return [{ saved: { [event.step]: event.value } }];
  if (event.kind === 'profile_changed') return [{ saved: { [`person.${event.path}`]: event.value } }];
  return [{ event: nameless(event) }];
}

/** Every channel has a name of its own for a file, and says more or less of it. */
const nameless = (event: object): object =>
  'reply' in event && typeof event.reply === 'object' && event.reply !== null && 'media' in event.reply
    ? { ...event, reply: event.reply.media }
    : event;
