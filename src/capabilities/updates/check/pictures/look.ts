import type { Answer } from '../answer.ts';
import type { PublicLog } from '../../log/ports.ts';
import { itemOf, type PublicItem } from '../../public/public-item.ts';
import { wordsOf } from '../words.ts';
import { type CardHashes, nearest } from './card-hashes.ts';
import { hashesOf } from './hashes.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { readSentPicture } from './read-picture.ts';

export interface LookDeps {
  log: Pick<PublicLog, 'of'>;
  cards: Pick<CardHashes, 'all'>;
  publicUrl: string;
}

/**
 * What a picture looks like among ours. Never *authentic*: a hash cannot see one digit, and a code can be put on any
 * picture (docs/decisions/the-check.md). The number its code names comes first, then what it looks like.
 * @throws Fault `unavailable` where too many are being looked at
 */
export const looker = ({ log, cards, publicUrl }: LookDeps): ((image: Buffer) => Promise<Answer>) =>
  oneAtATime(async (image) => {
    const picture = await readSentPicture(image);
    if (picture === undefined) return { kind: 'unreadable' };
    const named = picture.code === undefined ? undefined : numberIn(picture.code, publicUrl);
    if (named !== undefined) {
      const item = itemOf(await log.of(named.number));
      if (item === undefined || !named.ours)
        return { kind: 'not_ours', image: true, ...(item && { like: item.number }) };
      return like(item);
    }
    const known = await cards.all();
    const found = nearest(known, await Promise.all(picture.parts.map(hashesOf)));
    const item = found === undefined ? undefined : itemOf(await log.of(found.number));
    return item === undefined || found === undefined
      ? { kind: 'not_ours', image: true }
      : { ...like(item), distance: found.distance };
  });

const like = ({ number, now, withdrawn }: PublicItem): Answer => ({
  kind: withdrawn !== undefined ? 'withdrawn' : 'looks_like',
  ...{ number, version: now.version, image: true },
});

/** The number a code on a picture names, and whether it leads to us: anybody can print our number over their address. */
function numberIn(code: string, publicUrl: string): { number: string; ours: boolean } | undefined {
  const number = /ML-\d{4}-\d{4,6}/u.exec(code)?.[0];
  if (number === undefined) return undefined;
  const [link] = wordsOf(publicUrl).words;
  const [read] = wordsOf(code).words;
  const ours = link !== undefined && read?.kind === 'link' && read.safe.startsWith(`${link.safe}/`);
  return { number, ours };
}
