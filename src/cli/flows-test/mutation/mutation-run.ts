import type { LoadedFlows } from '../../../app/load-flows.ts';
import { OFFERED } from '../../../app/offers.ts';
import { rehearsalDeps } from '../../../app/rehearsal-deps.ts';
import { scriptOf } from '../../../app/script.ts';
import { rehearsedProfile } from '../../../conversation/rehearsal/rehearsed-profile.ts';
import type { Script } from '../../../conversation/script.ts';
import { refusal } from '../../../domain/faults.ts';
import { advance } from '../../../engine/advance.ts';
import { type Around, compileFlow } from '../../../engine/compile-flow.ts';
import { aroundFlows } from '../../../engine/compile-flows.ts';
import { readFlowFile } from '../../../engine/flow-file/read-flow-file.ts';
import type { FlowSet } from '../../../engine/flow-set.ts';
import { understanding } from '../../../language/index.ts';
import type { Transcript } from '../../transcript.ts';
import { playTranscript } from '../play-transcript.ts';
import { transcriptsOf } from '../transcripts-of.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { interchangeable } from './no-fault.ts';
import { type Both, takeTheSameWay } from './same-way.ts';

/** What became of the faults put into one flow. */
export interface MutationRun {
  flow: string;
  /** A transcript went another way. */
  noticed: number;
  /** Cannot be loaded: nobody ever meets it. */
  refused: number;
  /** Changes nothing anybody could notice. */
  none: { what: string; why: string }[];
  unnoticed: { what: string; line: number }[];
}

/** Puts faults into a flow, one at a time, and plays the transcripts that come by the place. `done` is told of each. */
export async function mutationRun(
  loaded: LoadedFlows,
  id: string,
  done: (count: number, of: number) => void = () => undefined,
): Promise<MutationRun> {
  const bench = await benchOf(loaded, id);
  const mutants = mutantsOf(bench.sound.file);
  const run: MutationRun = { flow: id, noticed: 0, refused: 0, none: [], unnoticed: [] };
  for (const [count, mutant] of mutants.entries()) {
    done(count, mutants.length);
    const { what, line } = mutant;
    const changed = compiled(bench.around, id, JSON.stringify(mutant.written));
    const why = changed && withoutEffect(bench.sound, changed, mutant);
    if (!changed) run.refused += 1;
    else if (why !== undefined) run.none.push({ what, why });
    else if (await notices(bench, changed, mutant)) run.noticed += 1;
    else run.unnoticed.push({ what, line });
  }
  done(mutants.length, mutants.length);
  return run;
}

interface Bench {
  loaded: LoadedFlows;
  around: Around;
  sound: Both;
  script: Script;
  /** Each with the keys of the steps it comes by. */
  transcripts: { transcript: Transcript; steps: ReadonlySet<string> }[];
}

async function benchOf(loaded: LoadedFlows, id: string): Promise<Bench> {
  const { set, speaker, sources } = loaded;
  const files = [...sources].map(([flow, source]) => ({ file: `${flow}.yaml`, source }));
  const around = aroundFlows(files, speaker, understanding, OFFERED);
  const sound = compiled(around, id, sources.get(id) ?? '');
  const flow = set.flows.get(id);
  if (!sound || !flow) throw refusal('no_such_flow', `${id}: no such flow.`);
  const bench: Bench = { loaded, around, sound, script: scriptOf(set, id), transcripts: [] };
  for (const transcript of transcriptsOf(flow)) {
    const steps = new Set<string>();
    const failure = await plays(bench, set, transcript, (flow, step) => {
      if (flow === id) steps.add(step);
    });
    if (failure)
      throw refusal(
        'transcript_fails',
        `${id}: "${transcript.title}" fails already; see benkan flows test ${id}.`,
      );
    bench.transcripts.push({ transcript, steps });
  }
  return bench;
}

function compiled(around: Around, id: string, source: string): Both | undefined {
  const { flow: file } = readFlowFile(`${id}.yaml`, source);
  if (!file) return undefined;
  const { compiled, findings } = compileFlow(file, around);
  return findings.length === 0 ? { file, compiled } : undefined;
}

function withoutEffect(sound: Both, changed: Both, { swapped }: Mutant): string | undefined {
  if (takeTheSameWay(sound, changed)) return 'it takes the same way';
  return swapped && interchangeable(sound.file.written, swapped);
}

/** A talk that comes by none of the steps in question goes as before, so it need not be played. */
async function notices(bench: Bench, { compiled }: Both, { steps }: Mutant): Promise<boolean> {
  const { set } = bench.loaded;
  const changed = { ...set, flows: new Map(set.flows).set(compiled.id, compiled) };
  for (const { transcript, steps: reached } of bench.transcripts)
    if (steps.some((step) => reached.has(step)) && (await plays(bench, changed, transcript))) return true;
  return false;
}

function plays(
  { loaded, script, sound }: Bench,
  set: FlowSet,
  transcript: Transcript,
  note?: (flow: string, step: string) => void,
): ReturnType<typeof playTranscript> {
  const { lang } = transcript;
  const { id } = sound.compiled;
  const deps = rehearsalDeps(
    {
      speaker: loaded.speaker,
      script: {
        ...script,
        advance(session, profile, input, facts) {
          const advanced = advance(set, session, profile, input, facts);
          for (const { flow, step } of note ? advanced.walk : []) note?.(flow, step);
          return advanced;
        },
      },
    },
    lang,
  );
  return playTranscript(deps, rehearsedProfile(set, id, lang), id, transcript);
}
