import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import { numberWords, type Update } from '../model/update.ts';
import { weekOf } from '../send/digest-when.ts';
import { subscriberKey } from '../subscriptions/subscription.ts';
import { concerns } from '../subscriptions/wish.ts';
import type { CallDeps } from './calls.ts';
import { languageOf } from './told.ts';

/** Titles of one message: a screen of a cheap phone, and less than WhatsApp cuts. */
const MOST_TITLES = 8;

/** What a flow can say of a week. `recues`: the versions whose titles were said, as `ML-2026-0042:1`, a space between. */
export const WEEK = ['voulue', 'titres', 'autres', 'recues'] as const;

/**
 * The titles of the week that ended on `semaine`, of somebody's themes and region, asked in their own turn: what was
 * withdrawn or corrected meanwhile is not among them, and whoever has left or reads otherwise now gets nothing.
 */
export const digestCall = (deps: CallDeps): CallKind => ({
  name: 'updates.digest',
  kind: 'reads',
  params: z.strictObject({ semaine: z.iso.date() }),
  async run({ semaine }, { person, lang, day }) {
    const { from, to } = weekOf(String(semaine));
    const wish = await deps.subscriptions.wishOf(subscriberKey(deps.fingerprint, person));
    if (wish?.rhythm !== 'weekly') return NOTHING;
    const items = (await deps.published.between(from, to, day)).filter(({ content }) =>
      concerns(wish, content),
    );
    if (items.length === 0) return NOTHING;
    const shown = items.slice(0, MOST_TITLES);
    const title = (item: Update): string =>
      item.content.texts[languageOf(item, lang, deps.speaker)]?.title ?? '';
    return {
      voulue: true,
      titres: shown.map((item) => `${nameOf(item)} : ${title(item)}`).join('\n'),
      autres: items.length - shown.length,
      recues: shown.map((item) => `${nameOf(item)}:${String(item.publication?.version ?? 1)}`).join(' '),
    };
  },
});

const NOTHING = { voulue: false, titres: '', autres: 0, recues: '' };

const nameOf = ({ number }: Update): string => (number === undefined ? '' : numberWords(number));
