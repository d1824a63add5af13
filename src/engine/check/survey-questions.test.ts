import { expect, it } from '@jest/globals';
import { buildSet } from '../../../test/engine/talk.ts';
import { EVERY_TEXT } from '../../../test/engine/universe.ts';
import { checkFlows } from '../check-flows.ts';

const told = (type: string, header: string): string[] =>
  checkFlows(buildSet({ f: `${header}steps:\n  - ask: q\n    type: ${type}\n` }), EVERY_TEXT).flatMap(
    ({ line, step, code }) => (code === 'survey_names_person' ? `${line} ${step}` : []),
  );

it.each(['phone', 'photo', 'location'])(
  'F3, F7: a survey asks for no %s; a flow that is none may',
  (type) => {
    expect(told(type, 'survey: paix\n')).toEqual(['4 q']);
    expect(told(type, '')).toEqual([]);
  },
);

it('F3, S1: a survey may ask for words and voices, which are sealed, and for a place', () => {
  expect(['text', 'voice', 'place'].flatMap((type) => told(type, 'survey: paix\n'))).toEqual([]);
});
