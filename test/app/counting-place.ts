import { countingFlow } from './counting.ts';
import { type TalkingHow, type TalkingPlace, talkingPlace } from './talking-place.ts';

/** An installation that counts, on a database and a Telegram of its own. */
export type CountingPlace = TalkingPlace;

export async function countingPlace(
  uri: string,
  mode: TalkingHow['mode'] = 'webhook',
): Promise<CountingPlace> {
  const place = await talkingPlace(uri, { mode, keepCalls: 1_000_000 });
  Object.assign(place.env, await countingFlow(place.folder));
  return place;
}
