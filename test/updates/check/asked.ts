import { fileURLToPath } from 'node:url';
import { loadSpeaker } from '../../../src/language/index.ts';
import { type Match, matcher, type MatchDeps } from '../../../src/capabilities/updates/check/match.ts';
import { publishedIndex } from '../../../src/capabilities/updates/check/published-index.ts';
import { wrappingsOf } from '../../../src/capabilities/updates/check/wrappings.ts';
import type { Published } from './corpus.ts';

export const speaker = loadSpeaker({
  localesDir: fileURLToPath(new URL('../../../locales', import.meta.url)),
  onMissing: () => undefined,
});

/** The check as the house puts it together, over a log in memory. */
export function asked({
  log,
  look = async () => ({ kind: 'unreadable' }),
}: Pick<Published, 'log'> & Partial<Pick<MatchDeps, 'look'>>): Match {
  const wrappings = wrappingsOf({
    speaker,
    placeName: () => undefined,
    publicUrl: 'https://benkan.example',
  });
  return matcher({ log, index: publishedIndex(log), wrappings, look });
}
