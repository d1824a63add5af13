import type { Profile } from '../../domain/person.ts';
import { rehearse, type RehearsalDeps } from '../../conversation/rehearsal/rehearse.ts';
import { type Expected, otherwise } from '../../conversation/rehearsal/transcript/observed.ts';
import type { Transcript } from '../../conversation/rehearsal/transcript/transcript.ts';
import { answeringAs } from './given-calls.ts';

/** Where a talk went another way than its author wrote. */
export interface Failure {
  title: string;
  lang: string;
  line: number;
  /** The entry of the talk, from 1; 0 is the end. */
  turn: number;
  expected: Expected | { end: string };
  heard: Expected | { end: string };
}

/**
 * Plays one transcript of `flow`: for `npm test`, for `benkan flows test` and for the mutation run alike.
 * @returns the first turn that went another way; what follows it would only repeat the fault.
 */
export async function playTranscript(
  deps: RehearsalDeps,
  profile: Profile,
  flow: string,
  transcript: Transcript,
): Promise<Failure | undefined> {
  const { title, lang, lines } = transcript;
  let given = transcript.calls;
  const rehearsal = rehearse({ ...deps, calls: answeringAs(deps.calls, () => given) }, profile);
  for (const [at, { deed, calls, ...expected }] of transcript.talk.entries()) {
    given = { ...given, ...calls };
    const said = deed ? await rehearsal.play(deed) : await rehearsal.begin(flow);
    const heard = otherwise(expected, said, flow, rehearsal.offered());
    if (heard) return { title, lang, line: lines?.talk[at] ?? 1, turn: at + 1, expected, heard };
  }
  const { state } = rehearsal.end().end;
  if (state === transcript.end) return undefined;
  return {
    title,
    lang,
    line: lines?.end ?? 1,
    turn: 0,
    expected: { end: transcript.end },
    heard: { end: state },
  };
}
