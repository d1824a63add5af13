import type { LoadedFlows } from '../../app/load-flows.ts';
import { rehearsalDeps } from '../../app/rehearsal-deps.ts';
import { scriptOf } from '../../app/script.ts';
import { rehearsedProfile } from '../../conversation/rehearsal/rehearsed-profile.ts';
import type { Script } from '../../conversation/script.ts';
import { refusal } from '../../domain/faults.ts';
import { type Place, type Watched, watched } from './coverage.ts';
import { type Failure, playTranscript } from './play-transcript.ts';
import { transcriptsFile, transcriptsOf } from './transcripts-of.ts';

/** What the transcripts of one flow found. */
export interface TestedFlow {
  flow: string;
  /** The file of its transcripts; a flow without one has no tests. */
  file?: string;
  /** How many passed, by language; a language of 0 has no transcript or none that passes. */
  passed: Record<string, number>;
  failures: Failure[];
  steps: Share;
  branches: Share;
  /** Steps and branches that no transcript reaches. */
  unreached: Place[];
}

interface Share {
  reached: number;
  of: number;
}

/** Plays the transcripts of one flow and notes the steps and branches they reach. */
export async function testFlow(loaded: LoadedFlows, id: string): Promise<TestedFlow> {
  const flow = loaded.set.flows.get(id);
  if (flow === undefined) throw refusal('no_such_flow', `${id}: no such flow.`);
  const file = transcriptsFile(flow);
  const watch = watched(flow);
  const script = noted(scriptOf(loaded.set, id), watch);
  const passed = Object.fromEntries(loaded.speaker.languages.map((lang) => [lang, 0]));
  const failures: Failure[] = [];
  for (const transcript of transcriptsOf(flow)) {
    const { lang } = transcript;
    if (!Object.hasOwn(passed, lang))
      throw refusal('no_such_language', `${String(file)}: ${lang}: no such language.`);
    const deps = rehearsalDeps({ script, speaker: loaded.speaker }, lang);
    const failure = await playTranscript(deps, rehearsedProfile(loaded.set, id, lang), id, transcript);
    if (failure) failures.push(failure);
    else passed[lang] = (passed[lang] ?? 0) + 1;
  }
  const share = (places: readonly Place[]): Share => ({
    reached: places.filter((place) => watch.reached(place)).length,
    of: places.length,
  });
  return {
    flow: id,
    ...(file !== undefined && { file }),
    passed,
    failures,
    steps: share(watch.places.filter(({ branch }) => branch === undefined)),
    branches: share(watch.places.filter(({ branch }) => branch !== undefined)),
    unreached: watch.places.filter((place) => !watch.reached(place)),
  };
}

/** The same script; the ways it takes are noted. */
const noted = (script: Script, watch: Watched): Script => ({
  ...script,
  advance(...turn) {
    const advanced = script.advance(...turn);
    watch.note(advanced.walk);
    return advanced;
  },
});
