import { type Cut, PERIODS } from '../reader.ts';

/** Looked at where an address says nothing. */
const USUAL_DAYS = 30;

/** What an address asks for; anything unknown is as if it were not said. */
export function cutOf(query: URLSearchParams): Cut {
  const channel = query.get('channel') ?? '';
  return {
    days: PERIODS.find((days) => String(days) === query.get('days')) ?? USUAL_DAYS,
    channel: /^[a-z-]{1,32}$/u.test(channel) ? channel : undefined,
  };
}

/** The same as an address. */
export function cutQuery({ days, channel }: Cut): string {
  const query = new URLSearchParams({
    ...(days === USUAL_DAYS ? {} : { days: String(days) }),
    ...(channel === undefined ? {} : { channel }),
  }).toString();
  return query === '' ? '' : `?${query}`;
}
