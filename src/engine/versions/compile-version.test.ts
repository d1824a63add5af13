import { describe, expect, it } from '@jest/globals';
import { KNOWN } from '../../../test/engine/talk.ts';
import { EVERY_TEXT, EXACTLY } from '../../../test/engine/universe.ts';
import { compileFlows } from '../compile-flows.ts';
import { unfitTargets } from './check-migrate.ts';
import { compileVersion } from './compile-version.ts';

const SOURCE =
  'id: f\nsteps:\n  - ask: age\n    type: number\n    save: person.age\n  - say: fin\n    with: { a: person.ailleurs }\n  - goto: { flow: parti }\n';
const around = { texts: EVERY_TEXT, understanding: EXACTLY, known: KNOWN, flows: [] };
const compiled = (source: string) => compileVersion({ flow: 'f', hash: 'abc', source }, around);
const findings = (source: string) =>
  compileFlows([{ file: 'f.yaml', source }], EVERY_TEXT, EXACTLY, KNOWN).findings.map(
    ({ line, code, step }) => `${line} ${code}${step === undefined ? '' : ` ${step}`}`,
  );

describe('F6: an older version is compiled for the talks that run it', () => {
  it('keeps its hash, speaks as it was published, and may name flows and fields that are gone', () => {
    const flow = compiled(SOURCE);
    expect(flow?.hash).toBe('abc');
    expect(flow?.steps[0]?.node.texts[0]?.text).toEqual({ flow: 'f@abc', key: 'age.ask' });
  });

  it.each([
    ['a kind of step this engine does not have', 'id: f\nsteps: [{ telepathy: q }]'],
    ['a call no capability has any more', 'id: f\nsteps: [{ call: gone.away }]'],
    ['no YAML at all', 'id: f\nsteps: ['],
  ])('F6: %s cannot be compiled, and that is no error', (_name, source) => {
    expect(compiled(source)).toBeUndefined();
  });
});

describe('F6: migrate is checked', () => {
  const flow = (migrate: string) =>
    `id: f\nmigrate: ${migrate}\nsteps:\n  - ask: age\n    type: number\n  - if: answers.age > 3\n    then: { goto: age }\n`;
  const set = (source: string) =>
    compileFlows([{ file: 'f.yaml', source }], EVERY_TEXT, EXACTLY, KNOWN).flows.flows.get('f');

  it('a target that is no step of the file is a finding at its line', () => {
    expect(findings(flow('{ ancien: age }'))).toEqual([]);
    expect(findings(flow('{ ancien: nulle_part }'))).toEqual(['2 unknown_migrate_target']);
  });

  it('a target that asks for another type than the step it stands for is refused beside that version', () => {
    const older = ['number', 'text'].map((type) => set(`id: f\nsteps: [{ ask: ancien, type: ${type} }]`)!);
    expect(unfitTargets(set(flow('{ ancien: age }'))!, older.slice(0, 1))).toEqual([]);
    expect(unfitTargets(set(flow('{ ancien: age }'))!, older)).toEqual([
      expect.objectContaining({ step: 'ancien', code: 'unfit_migrate_target' }),
    ]);
  });
});
