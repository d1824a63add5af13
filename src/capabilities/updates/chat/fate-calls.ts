import { z } from 'zod';
import type { CallKind } from '../../../conversation/ports.ts';
import { readNumber } from '../model/update.ts';
import type { PublishedStore } from '../published-store.ts';
import type { Receipts } from '../receipts/ports.ts';
import { languageOf, type Telling, told } from './told.ts';

export interface FateCallDeps extends Telling {
  published: Pick<PublishedStore, 'byNumber' | 'ofNumber'>;
  receipts: Pick<Receipts, 'versionOf'>;
}

/** What flows may ask here. */
export const FATE_CALLS = ['updates.correction', 'updates.withdrawal'] as const;

/** What a flow can say of a withdrawn item: which, by its title as it was, and why. */
export const WITHDRAWN = ['numero', 'titre', 'cause'] as const;

const params = z.strictObject({ numero: z.string().max(20), version: z.number().int() });

/**
 * What a correction says to whoever had the former version, asked in their own turn: whoever has read it meanwhile, and
 * one that is not the newest any more, get `voulue: false`, and nothing is said.
 */
export const correctionCall = (deps: FateCallDeps): CallKind => ({
  name: 'updates.correction',
  kind: 'reads',
  params,
  async run({ numero, version }, { person, lang }) {
    const number = readNumber(String(numero));
    const item = number === undefined ? undefined : await deps.published.byNumber(number);
    const newest = item?.publication?.version;
    if (item?.number === undefined || newest === undefined || newest !== version) return { voulue: false };
    const has = await deps.receipts.versionOf(person, item.number);
    if (has === undefined || has >= newest) return { voulue: false };
    return { ...told(item, lang, deps), voulue: true };
  },
});

/** The same of a withdrawal: it is said only as long as the item is withdrawn. */
export const withdrawalCall = (deps: FateCallDeps): CallKind => ({
  name: 'updates.withdrawal',
  kind: 'reads',
  params,
  async run({ numero }, { lang }) {
    const number = readNumber(String(numero));
    const item = number === undefined ? undefined : await deps.published.ofNumber(number);
    if (item?.state !== 'withdrawn') return { voulue: false };
    const cause = item.withdrawal?.cause ?? 'none';
    return {
      ...{
        numero: String(numero),
        titre: item.content.texts[languageOf(item, lang, deps.speaker)]?.title ?? '',
      },
      cause: deps.speaker.say(lang, { flow: 'nouvelle-retiree', key: `causes.${cause}` }),
      voulue: true,
    };
  },
});
