import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { visit } from './staff-visit.ts';
import { PAIX, buildAnswer, buildEnding, type SurveyWorld, surveyWorld } from './survey-world.ts';

/** What the driver adds to a command and `explain` refuses. */
const SESSION = [
  'lsid',
  '$clusterTime',
  '$db',
  'txnNumber',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'ordered',
];
const READS_OR_WRITES = ['find', 'aggregate', 'distinct', 'delete', 'update', 'count'];

describe('P3: every query of surveys is covered by an index', () => {
  let world: SurveyWorld;
  beforeAll(async () => {
    world = await surveyWorld();
    const people = Array.from({ length: 40 }, (_, index) => `p${index}`);
    await world.apply(
      people.flatMap((person) => [
        buildAnswer({ person }),
        buildAnswer({ person, question: 'idee', type: 'text', value: 'eau' }),
        buildAnswer({ person, survey: 'autre' }),
      ]),
    );
    await world.apply(
      people.map((person) => buildEnding({ person })),
      'surveys.ended',
    );
  });
  afterAll(() => world.close());

  it('no collection scan and no sort in memory', async () => {
    world.commands();
    await world.surveys.results(PAIX.id);
    await world.surveys.kept('p1');
    await visitEveryPage(world);
    await world.apply([buildAnswer({ person: 'p1', rev: 5 })]);
    await world.apply([buildEnding({ person: 'p1' })], 'surveys.ended');
    await world.surveys.eraseFor('p9');
    const commands = world.commands().filter((command) => READS_OR_WRITES.includes(Object.keys(command)[0]!));
    expect(new Set(commands.map((command) => Object.keys(command)[0]))).toEqual(
      new Set(['find', 'aggregate', 'distinct', 'delete', 'update']),
    );
    for (const plain of commands.flatMap(explainable)) {
      const plan = await world.db.command({ explain: plain, verbosity: 'executionStats' });
      const stages = stagesOf(plan);
      expect({
        command: JSON.stringify(plain),
        stages: stages.filter((stage) => /COLLSCAN|^SORT$|\$sort/u.test(stage)),
      }).toEqual({
        command: JSON.stringify(plain),
        stages: [],
      });
      expect(stages.some((stage) => /IXSCAN|DISTINCT_SCAN|IDHACK|COUNT_SCAN/u.test(stage))).toBe(true);
    }
  });

  it('counting values reads the index alone', async () => {
    world.commands();
    await world.surveys.results(PAIX.id);
    const tally = world.commands().find((command) => command['hint'] === 'by_version')!;
    const [plain] = explainable(tally);
    const stages = stagesOf(await world.db.command({ explain: plain, verbosity: 'executionStats' }));
    expect(stages).toContain('IXSCAN');
    expect(stages).not.toContain('FETCH');
  });
});

async function visitEveryPage(world: SurveyWorld): Promise<void> {
  for (const path of [
    '/surveys',
    `/surveys/${PAIX.id}`,
    `/surveys/${PAIX.id}/questions/idee/texts?page=2`,
    `/surveys/${PAIX.id}/questions/lieu/table.csv`,
  ]) {
    expect((await visit(world.surveys, path)).status).toBe(200);
  }
}

/** A command as `explain` takes it: without the session, and one write at a time. */
function explainable(command: Record<string, unknown>): Record<string, unknown>[] {
  const plain = Object.fromEntries(Object.entries(command).filter(([key]) => !SESSION.includes(key)));
  const batch = ['deletes', 'updates'].find((key) => key in plain);
  return batch === undefined
    ? [plain]
    : (plain[batch] as unknown[]).map((one) => ({ ...plain, [batch]: [one] }));
}

/** Names of the stages of a plan, however deep; plans the server did not choose are left out. */
function stagesOf(plan: unknown): string[] {
  if (typeof plan !== 'object' || plan === null) return [];
  return Object.entries(plan).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'rejectedPlans') return [];
    if (key === 'stage' && typeof value === 'string') return [value];
    return [...(key.startsWith('$') ? [key] : []), ...stagesOf(value)];
  });
}
