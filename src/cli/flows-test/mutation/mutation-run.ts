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
import type { Walked } from '../../../engine/types.ts';
import { understanding } from '../../../language/index.ts';
import type { Transcript } from '../../../conversation/rehearsal/transcript/transcript.ts';
import { playTranscript } from '../play-transcript.ts';
import { transcriptsOf } from '../transcripts-of.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { interchangeable, neverTogether, type Reason } from './no-fault.ts';
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

/**
 * Puts faults into a flow, one at a time, and plays the transcripts that come by the place.
 * @param every 1 for all faults, 5 for every fifth of them.
 * @param done is told of each.
 */
export async function mutationRun(
  loaded: LoadedFlows,
  id: string,
  { every = 1, done = () => undefined }: { every?: number; done?: (count: number, of: number) => void } = {},
): Promise<MutationRun> {
  const bench = await benchOf(loaded, id);
  const mutants = mutantsOf(bench.sound.file).filter((_, nth) => nth % every === 0);
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
  transcripts: Played[];
}

interface Played {
  transcript: Transcript;
  /** Keys of the steps it comes by, and `step exit` for the ways it takes. */
  steps: ReadonlySet<string>;
  /** It tells which buttons there are, so it is the first to notice a choice out of place. */
  tellsButtons: boolean;
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
    const failure = await plays(bench, set, transcript, ({ flow, step, exit }) => {
      if (flow === id) steps.add(step).add(`${step} ${exit ?? ''}`);
    });
    if (failure)
      throw refusal(
        'transcript_fails',
        `${id}: "${transcript.title}" fails already; see benkan flows test ${id}.`,
      );
    const tellsButtons = transcript.talk.some(({ offers }) => offers !== undefined);
    bench.transcripts.push({ transcript, steps, tellsButtons });
  }
  return bench;
}

function compiled(around: Around, id: string, source: string): Both | undefined {
  const { flow: file } = readFlowFile(`${id}.yaml`, source);
  if (!file) return undefined;
  const { compiled, findings } = compileFlow(file, around);
  return findings.length === 0 ? { file, compiled } : undefined;
}

function withoutEffect(
  sound: Both,
  changed: Both,
  { swapped, swappedChoices }: Mutant,
): 'it takes the same way' | Reason | undefined {
  if (takeTheSameWay(sound, changed)) return 'it takes the same way';
  if (swappedChoices && neverTogether(swappedChoices)) return 'they are never offered together';
  return swapped && interchangeable(sound.file.written, swapped);
}

/** A talk that comes by none of the steps in question goes as before, so it need not be played. */
async function notices(bench: Bench, { compiled }: Both, mutant: Mutant): Promise<boolean> {
  const { set } = bench.loaded;
  const changed = { ...set, flows: new Map(set.flows).set(compiled.id, compiled) };
  const near = bench.transcripts.filter(({ steps }) => mutant.steps.some((step) => steps.has(step)));
  for (const { transcript } of near.sort((a, b) => likely(b, mutant) - likely(a, mutant)))
    if (await plays(bench, changed, transcript)) return true;
  return false;
}

function likely({ steps, tellsButtons }: Played, { steps: [step], exit, swappedChoices }: Mutant): number {
  if (exit !== undefined) return steps.has(`${step ?? ''} ${exit}`) ? 1 : 0;
  return swappedChoices !== undefined && tellsButtons ? 1 : 0;
}

function plays(
  { loaded, script, sound }: Bench,
  set: FlowSet,
  transcript: Transcript,
  note?: (walked: Walked) => void,
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
          if (note) advanced.walk.forEach(note);
          return advanced;
        },
      },
    },
    lang,
  );
  return playTranscript(deps, rehearsedProfile(set, id, lang), id, transcript);
}
