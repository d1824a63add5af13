import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Script } from '../conversation/script.ts';
import { Fault, refusal } from '../domain/faults.ts';
import type { Intent } from '../domain/language.ts';
import { compileFlows, type FlowSource, type Known } from '../engine/compile-flows.ts';
import { checkFlows } from '../engine/check-flows.ts';
import { type Finding, inReadingOrder } from '../engine/finding.ts';
import type { CompiledFlow, FlowSet } from '../engine/flow-set.ts';
import type { Texts } from '../engine/types.ts';
import {
  intentReader,
  loadSpeaker,
  type MissingText,
  type SpeakingTexts,
  understanding,
} from '../language/index.ts';
import { typed } from '../language/folding/typed.ts';
import { checkTexts } from './check-texts.ts';
import { OFFERED } from './offers.ts';
import { scriptOf } from './script.ts';

export interface FlowPlaces {
  flowsDir: string;
  localesDir: string;
  /** One more flow file, from anywhere; it stands in for the one of the same name. */
  extra?: string;
}

export interface LoadedFlows {
  /** The flows that can run; one with a finding is left out. */
  readonly set: FlowSet;
  /** The YAML of each file, by its flow's id. */
  readonly sources: ReadonlyMap<string, string>;
  /** The flows, as the conversation chooses among them; reading it refuses a set that greets nobody. */
  readonly script: Script;
  /** A version of a flow, of now or before; `undefined` where nobody has it, or this engine cannot read it. */
  readonly versionOf?: (flow: string, hash: string) => Promise<CompiledFlow | undefined>;
  /** Staff corrected words: labels are matched by them from now on. */
  readonly reworded?: () => Promise<void>;
  /** Takes over what was published since, without waiting for the next look. */
  readonly follow?: () => Promise<void>;
  /** Hears of every publication that this process has taken over. */
  readonly watch?: (published: () => void) => void;
  readonly speaker: SpeakingTexts;
  readonly texts: Texts;
  /** What must be put right before these flows serve anybody, in reading order. */
  readonly findings: Finding[];
  /** What a reviewer should look at; nothing waits for it. */
  readonly warnings: Finding[];
}

export interface Loading {
  /** What flows may call and ask for; all that the capabilities offer where it is not given. */
  known?: Known;
  onMissing?: (missing: MissingText) => void;
}

/**
 * Reads and compiles the flows and their texts. Faults inside a flow file are findings; a folder that is not there or
 * a locale file that cannot be read throws a refusal that says what to do.
 */
export function loadFlows(
  places: FlowPlaces,
  { known = OFFERED, onMissing = () => undefined }: Loading = {},
): LoadedFlows {
  const speaker = loadSpeaker({ localesDir: places.localesDir, onMissing });
  const files = sources(places);
  const { flows: set, findings: faults } = compileFlows(files, speaker, understanding, known);
  const checked = checkTexts(places.localesDir, speaker, set);
  const findings = [...faults, ...checkFlows(set, speaker, { fold, meanings }), ...checked.errors];
  const standIn = places.extra === undefined ? undefined : idOf(places.extra);
  return {
    set,
    sources: new Map(files.map(({ file, source }) => [idOf(file), Buffer.from(source).toString()])),
    get script() {
      return scriptOf(set, standIn);
    },
    speaker,
    texts: speaker,
    findings: inReadingOrder(findings),
    warnings: checked.warnings,
  };
}

/** Keywords are compared as they will be matched. */
const fold = (word: string): string => typed(word).frenchLike;

/** The intents a word is read as before any keyword is looked at. */
function meanings(word: string): readonly Intent[] {
  const read = intentReader.intent(word);
  return read.kind === 'one' ? [read.intent] : read.kind === 'many' ? read.intents : [];
}

/** The id a flow file must have. */
export const idOf = (file: string): string => path.basename(file).replace(/\.ya?ml$/, '');

function sources({ flowsDir, extra }: FlowPlaces): FlowSource[] {
  const own = namesIn(flowsDir)
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.test.yaml'))
    .map((name) => path.join(flowsDir, name));
  if (extra === undefined) return own.map(read);
  const others = own.filter((file) => path.basename(file) !== path.basename(extra));
  return [...others, extra].map(read);
}

function namesIn(flowsDir: string): string[] {
  try {
    return readdirSync(flowsDir).sort();
  } catch (cause) {
    throw unreadable(
      flowsDir,
      'the folder of the flows cannot be read; set FLOWS_DIR to the folder that holds them',
      cause,
    );
  }
}

function read(file: string): FlowSource {
  try {
    return { file, source: readFileSync(file) };
  } catch (cause) {
    throw unreadable(file, 'the flow file cannot be read; check that it is a file you may read', cause);
  }
}

function unreadable(place: string, what: string, cause: unknown): Fault {
  return cause instanceof Fault ? cause : refusal('flows_unreadable', `${place}: ${what}.`);
}
