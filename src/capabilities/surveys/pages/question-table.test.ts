import { expect, it } from '@jest/globals';
import { loadSpeaker } from '../../../language/index.ts';
import type { ShownCategory, ShownQuestion } from '../results/suppression.ts';
import { figures } from './figures.ts';
import { questionTable } from './question-table.ts';
import { SURVEYS_FR } from './texts.fr.ts';
import { words } from './words.ts';

const localesDir = new URL('../../../../locales', import.meta.url).pathname;
const ours = figures('fr');
const speaker = loadSpeaker({ localesDir, onMissing: () => undefined });
const page = { texts: SURVEYS_FR, figures: ours, words: words(SURVEYS_FR, speaker, () => undefined, ours) };

const tableOf = (type: 'multi' | 'rank' | 'choice', categories: ShownCategory[]): string[][] => {
  const question: ShownQuestion = { question: 'q', type, n: 20, unanswered: 2, current: true, categories };
  const { columns, rows } = questionTable(page, { id: 's', flow: 's', questions: [] }, question);
  return [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ key }) => row[key]))];
};
const line = (key: string, count: number, more = {}): ShownCategory => ({
  ...{ key, count, share: count / 20, withoutPosition: false, ...more },
});

it('F1: an order has who stands first and the mean place, a hidden line neither', () => {
  const hidden: ShownCategory = { key: 'ecole', count: null, hidden: 'small', withoutPosition: false };
  expect(tableOf('rank', [line('eau', 15, { meanPlace: 1.25 }), hidden])).toEqual([
    ['Réponse', 'Placé premier', 'Part', 'Rang moyen'],
    ['Eau', '15', '75\u00a0%', '1,3'],
    ['Ecole', '< 5', '–', '–'],
    ['Base', '20', '100\u00a0%', ''],
    ['Sans réponse', '2', '–', ''],
  ]);
});

it('F1: several choices are each a share of the persons', () => {
  expect(tableOf('multi', [line('eau', 15), line('ecole', 12)])).toEqual([
    ['Réponse', 'Nombre', 'Part'],
    ['Eau', '15', '75\u00a0%'],
    ['Ecole', '12', '60\u00a0%'],
    ['Base', '20', '100\u00a0%'],
    ['Sans réponse', '2', '–'],
  ]);
});
