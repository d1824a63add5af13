import { expect, it } from '@jest/globals';
import { buildSet } from '../../../test/engine/talk.ts';
import { EVERY_TEXT } from '../../../test/engine/universe.ts';
import { checkFlows } from '../check-flows.ts';

const codes = (header: string): string[] =>
  checkFlows(buildSet({ f: `${header}steps:\n  - ask: telephone\n    type: phone\n` }), EVERY_TEXT)
    .filter(({ code }) => code !== 'no_stop')
    .map(({ line, step, code }) => `${line} ${code} ${step}`);

it('F3, F7: a survey asks for no phone number; a flow that is none may', () => {
  expect(codes('survey: paix\n')).toContain('4 survey_names_person telephone');
  expect(codes('').filter((one) => one.includes('survey_names_person'))).toEqual([]);
});
