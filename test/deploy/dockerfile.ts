import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DockerfileParser, type Instruction, ModifiableInstruction } from 'dockerfile-ast';

export const ROOT = path.resolve(import.meta.dirname, '..', '..');

/** One instruction: `COPY --from=build /app/dist dist`. */
export interface Step {
  keyword: string;
  flags: ReadonlyMap<string, string>;
  words: readonly string[];
  /** Everything behind keyword and flags, on one line. */
  rest: string;
}

export interface Stage {
  /** As in `AS <name>`. */
  name: string | undefined;
  from: string;
  steps: readonly Step[];
}

/** The stages of this repository's Dockerfile, as its parser sees them. */
export function readStages(): Stage[] {
  const file = DockerfileParser.parse(readFileSync(path.join(ROOT, 'Dockerfile'), 'utf8'));
  const stages: { name: string | undefined; from: string; steps: Step[] }[] = [];
  for (const instruction of file.getInstructions()) {
    const step = stepOf(instruction);
    if (step.keyword === 'FROM') {
      const [from = '', as, name] = step.words;
      stages.push({ name: as?.toUpperCase() === 'AS' ? name : undefined, from, steps: [] });
    } else stages.at(-1)?.steps.push(step);
  }
  return stages;
}

/** Everything that is done for a stage, its base stages' steps first, as far as they are in this file. */
export function stepsFor(stages: readonly Stage[], stage: Stage): Step[] {
  const base = stages.find(({ name }) => name === stage.from);
  return [...(base === undefined ? [] : stepsFor(stages, base)), ...stage.steps];
}

/** The image a stage is made of in the end. */
export const imageOf = (stages: readonly Stage[], stage: Stage): string => {
  const base = stages.find(({ name }) => name === stage.from);
  return base === undefined ? stage.from : imageOf(stages, base);
};

/** `CMD ["node", …]`: the words a container is started with; a shell form is none. */
export function execForm(step: Step | undefined): string[] {
  const list: unknown = JSON.parse(step?.rest.replace(/^CMD\s+/, '') ?? 'null');
  if (!Array.isArray(list) || list.some((word) => typeof word !== 'string'))
    throw new Error(`No list of words: ${step?.rest ?? 'nothing'}`);
  return list as string[];
}

/** What `ENV` leaves in the environment. */
export const environmentOf = (steps: readonly Step[]): Record<string, string> =>
  Object.fromEntries(
    steps
      .filter(({ keyword }) => keyword === 'ENV')
      .flatMap(({ words }) => words.map((word) => word.split(/=(.*)/s, 2) as [string, string])),
  );

function stepOf(instruction: Instruction): Step {
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  const words = instruction.getArguments().map((argument) => argument.getValue());
  return {
    keyword: instruction.getKeyword(),
    flags: new Map(flags.map((flag) => [flag.getName(), flag.getValue() ?? ''])),
    words,
    rest: words.join(' '),
  };
}
