import { numberWords, type Update } from '../model/update.ts';
import { dayWords, type Page, titleOf } from './page.ts';

/** A list of updates as the rows of a file: the header, then each as the list says it, in its order. */
export function updateRows(page: Page, updates: readonly Update[]): string[][] {
  const { facts, fields, filter, states, tiers } = page.texts;
  return [
    [facts.number, fields.title, filter, fields.tier, fields.date, fields.reviewBy],
    ...updates.map((update) => {
      const { number, state, content } = update;
      return [
        number === undefined ? '' : numberWords(number),
        titleOf(page, update).title,
        states[state],
        content.tier === '' ? '' : tiers[content.tier],
        dayWords(page, content.date),
        dayWords(page, content.reviewBy),
      ];
    }),
  ];
}
