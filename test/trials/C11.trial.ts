import { expect, it } from '@jest/globals';
import { EVERY_CHANNEL } from '../channels/every-channel.ts';
import { authorsTalks, playAll } from '../channels/play-all.ts';

const talks = authorsTalks();

it.each(EVERY_CHANNEL.map((maker) => [maker.name, maker] as const))(
  'C11: every transcript of every shipped flow, in both languages, on %s',
  async (name, maker) => {
    const from = performance.now();
    const played = await playAll(maker, talks);
    console.info(
      `C11: ${name}: ${played.talks} talks of ${new Set(talks.map(({ flow }) => flow)).size} flows, ` +
        `${played.deeds} turns, in ${((performance.now() - from) / 1000).toFixed(1)} s; ` +
        `${played.impossible} talks send what this channel does not have`,
    );
    expect(played.talks + played.impossible).toBe(talks.length);
  },
  600_000,
);
