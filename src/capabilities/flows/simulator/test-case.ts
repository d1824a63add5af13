import { deed } from '../../../conversation/rehearsal/deed.ts';
import { observed } from '../../../conversation/rehearsal/transcript/observed.ts';
import { writeTranscript } from '../../../conversation/rehearsal/transcript/transcript.ts';
import type { Lang } from '../../../domain/language.ts';
import { type Opening, type Replayed, replay, type Stage } from './replay.ts';

/** A talk as a test of its flow, as `benkan play --repro` prints it. */
export interface TestCase {
  /** Whose test it is. */
  flow: string;
  text: string;
}

/** `null`: no flow begins as this talk does, so that none can have it for a test. */
export async function testCase(
  stage: Stage,
  opening: Opening,
  lang: Lang,
  played: Replayed,
): Promise<TestCase | null> {
  if ('flow' in opening) return { flow: opening.flow, text: written(opening.flow, lang, played) };
  const flow = played.turns[0]?.why.flatMap((why) => (why.kind === 'walked' ? [why.walked.flow] : []))[0];
  if (flow === undefined) return null;
  // The first word began the flow: the test begins with what followed it, where that is the same.
  const anew = await replay(stage, { flow }, lang, played.deeds.slice(1));
  const [one, other] = [written(flow, lang, anew), written(flow, lang, { ...played, turns: begun(played) })];
  return one === other ? { flow, text: one } : null;
}

const begun = ({ turns }: Replayed): Replayed['turns'] =>
  turns.map((turn, nth) => {
    if (nth > 0) return turn;
    const { said, bubbles, why, lines, at } = turn;
    return { said, bubbles, why, lines, at };
  });

function written(flow: string, lang: Lang, { turns, session }: Replayed): string {
  const talk = turns.map(({ did, lines }) => ({
    ...(did && { deed: deed.parse(did) }),
    ...observed(lines, flow),
  }));
  return writeTranscript({
    ...{ title: 'what this talk shows', lang, talk },
    end: session === null ? 'done' : 'waiting',
  });
}
