import { expect, it } from '@jest/globals';
import { paceUnderLoad } from '../delivery/pace-under-load.ts';
import { PLATFORMS, windowOf } from '../delivery/platforms.ts';

/** So long a mailing to more people than can be served. */
const PACE_S = 30;

it.each(
  PLATFORMS.flatMap(({ perSecond, ...rest }) => (perSecond === undefined ? [] : [{ ...rest, perSecond }])),
)(
  'C9: the pace of $name, against a platform that takes not one message more',
  async ({ name, open, perSecond: most }) => {
    const people = most * (PACE_S + 10);
    const place = await open({ people, chance: () => 1, limit: windowOf(most), quiet: true });
    const { perSecond, refused } = await paceUnderLoad(place, people, PACE_S);
    await place.close();
    const share = (100 * perSecond) / most;
    console.info(
      `C9: ${name}: a mailing for ${PACE_S} s, ${perSecond.toFixed(1)} of ${most} messages a second (${share.toFixed(1)} %), ${refused} refused for being too many`,
    );
    expect(share).toBeGreaterThanOrEqual(95);
    expect(refused).toBe(0);
  },
  600_000,
);
