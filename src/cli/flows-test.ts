import { idOf, loadFlows, type LoadedFlows } from '../app/load-flows.ts';
import { refusal } from '../domain/faults.ts';
import { EXIT } from './exit.ts';
import { fromHere } from './flows-check.ts';
import type { Place } from './flows-test/coverage.ts';
import { mutate as mutated } from './flows-test/mutation/report.ts';
import { type TestedFlow, testFlow } from './flows-test/test-flow.ts';
import { places } from './places.ts';
import { brokenFlow, chosen } from './stage.ts';

/**
 * `benkan flows test`: plays the authors' transcripts of one flow, or of all, and says what none of them reaches;
 * with `mutate`, which faults none of them notices.
 * @returns 1 when a talk went another way than its author wrote.
 */
export async function flowsTest(
  flow?: string,
  { json = false, mutate = false }: { json?: boolean; mutate?: boolean } = {},
): Promise<number> {
  const { loaded, ids } = flow === undefined ? everyFlow() : await oneFlow(flow);
  if (mutate) return mutated(loaded, ids, json);
  const flows: TestedFlow[] = [];
  for (const id of ids) flows.push(await testFlow(loaded, id));
  process.stdout.write(json ? `${JSON.stringify({ flows })}\n` : inWords(flows));
  return flows.every(({ failures }) => failures.length === 0) ? EXIT.done : EXIT.refused;
}

function everyFlow(): { loaded: LoadedFlows; ids: string[] } {
  const loaded = loadFlows(places());
  const broken = loaded.findings.find(
    ({ file }) => file.endsWith('.yaml') && !loaded.set.flows.has(idOf(file)),
  );
  if (broken) throw brokenFlow(broken);
  return { loaded, ids: [...loaded.set.flows.keys()] };
}

async function oneFlow(named: string): Promise<{ loaded: LoadedFlows; ids: string[] }> {
  const { id, flow, loaded } = await chosen(named);
  if (flow.tests === undefined)
    throw refusal('no_transcripts', `${id}: has no transcripts; name their file with tests: in the flow.`);
  return { loaded, ids: [id] };
}

function inWords(flows: readonly TestedFlow[]): string {
  const passed = sum(flows.map(passedOf));
  const failed = sum(flows.map(({ failures }) => failures.length));
  return [...flows.flatMap(linesOf), `${passed} passed, ${failed} failed`, ''].join('\n');
}

function linesOf(tested: TestedFlow): string[] {
  const { flow, file, passed, failures, steps, branches, unreached } = tested;
  const counts = Object.entries(passed).map(([lang, count]) => `${lang} ${count}`);
  const where = file === undefined ? '' : fromHere(file);
  return [
    `${flow}: ${file === undefined ? 'no transcripts' : `${counts.join(', ')} passed`}; ` +
      `steps ${steps.reached}/${steps.of}, branches ${branches.reached}/${branches.of}`,
    ...failures.flatMap(({ line, lang, title, turn, expected, heard }) => [
      `  ${where}:${line}  ${lang}: ${title}, ${turn === 0 ? 'at the end' : `turn ${turn}`}`,
      `    expected ${JSON.stringify(expected)}`,
      `    heard    ${JSON.stringify(heard)}`,
    ]),
    ...unreached.map((place) => `  not reached: ${nameOf(place)}`),
  ];
}

const nameOf = ({ step, branch, line }: Place): string =>
  `${step}${branch === undefined ? '' : `, ${branch}`} (line ${line})`;

const passedOf = ({ passed }: TestedFlow): number => sum(Object.values(passed));

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
