import { expect, it } from '@jest/globals';
import { buildSet } from '../../../test/engine/talk.ts';
import { subFlows } from './sub-flows.ts';

const told = (flows: Record<string, string>): string[] =>
  subFlows([...buildSet(flows).flows.values()]).map(
    ({ file, line, step, code }) => `${file}:${line} ${step} ${code}`,
  );
const runs = (id: string) => `steps: [{ run: ${id}, key: r }]`;
const ASKS = 'params: [a]\nsteps: [{ ask: q, type: yes_no }, { end: true, results: { q: answers.q } }]';

it('F1: flows that run others and get what they take have no fault', () => {
  const f = 'steps: [{ run: g, key: r, with: { a: 1 }, save: v }, { background: h, key: b }]';
  const h = 'steps: [{ call: surveys.next, save: v }, { background: i }]';
  expect(told({ f, g: ASKS, h, i: 'steps: [{ do: people.erase }]' })).toEqual([]);
});

it.each([
  ['recursive_run', { f: runs('f') }],
  ['recursive_run', { f: runs('g'), g: 'steps: [{ background: f, key: b }]' }],
  ['runs_too_deep', { f: runs('g'), g: runs('h'), h: runs('i'), i: ASKS }],
  ['run_goes_elsewhere', { f: runs('g'), g: 'steps: [{ goto: { flow: h } }]', h: ASKS }],
  ['prompt_runs', { f: `triggers: [{ event: prompt }]\ninterrupts: true\n${runs('g')}`, g: ASKS }],
  ['background_speaks', { f: 'steps: [{ background: g, key: r }]', g: 'steps: [{ say: un }]' }],
  ['background_speaks', { f: 'steps: [{ background: g, key: r }]', g: runs('h'), h: ASKS }],
  ['background_speaks', { f: 'steps: [{ background: g, key: r }]', g: 'steps: [{ wait: { for: 1h } }]' }],
  ['unknown_param', { f: 'steps: [{ run: g, key: r, with: { b: 1 } }]', g: ASKS }],
] as const)('F7: %s is refused', (code, flows: Record<string, string>) => {
  expect(told(flows).filter((line) => line.startsWith('flows/f.yaml'))).toEqual([
    expect.stringMatching(new RegExp(` r ${code}$`)),
  ]);
});
