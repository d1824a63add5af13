import { expect, it } from '@jest/globals';
import { loadSpeaker } from '../../../language/index.ts';
import { figures } from './figures.ts';
import { SURVEYS_FR } from './texts.fr.ts';
import { words } from './words.ts';

const localesDir = new URL('../../../../locales', import.meta.url).pathname;

it('F1: a line of days is a month with its year, or a year', () => {
  const speaker = loadSpeaker({ localesDir, onMissing: () => undefined });
  const said = words(SURVEYS_FR, speaker, () => undefined, figures('fr'));
  const survey = { id: 's', flow: 's', questions: [{ key: 'jour', type: 'date' as const, choices: [] }] };
  const line = (key: string): string =>
    said.line(survey, { key: 'jour', type: 'date' }, { key, count: 9, share: 1, withoutPosition: false });
  expect(line('2026-05')).toBe('mai 2026');
  expect(line('2026-12')).toBe('décembre 2026');
  expect(line('1987')).toBe('1987');
});

it('F1: a result has no words but its code', () => {
  const speaker = loadSpeaker({ localesDir, onMissing: () => undefined });
  const said = words(SURVEYS_FR, speaker, () => undefined, figures('fr'));
  const tranche = { key: 'tranche_age', type: 'choice' as const, choices: [], computed: true as const };
  const survey = { id: 's', flow: 's', questions: [tranche] };
  expect(said.question(survey, 'tranche_age', true)).toBe('Tranche age');
  const line = { key: 'mineur', count: 9, share: 1, withoutPosition: false };
  expect(said.line(survey, tranche, line)).toBe('Mineur');
});
