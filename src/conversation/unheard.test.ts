import { describe, expect, it } from '@jest/globals';
import { NEW_PROFILE, type Profile } from '../domain/person.ts';
import type { Session } from '../engine/types.ts';
import type { EntryContent } from './entry.ts';
import { spokenIn } from './unheard.ts';

const voice: EntryContent = { kind: 'media', media: 'voice', id: 'v1' };
const words: EntryContent = { kind: 'text', text: 'bonjour' };
const agreed: Profile = { ...NEW_PROFILE, consents: { base: 1 } };
/** Stands at a question. */
const asking = { v: 2, frames: [{ sid: 's', flow: 'f', step: 'q' }] } as unknown as Session;
const nothing = { session: null };

describe('C8: a voice no question asked for', () => {
  it('waits in the talk until its person has agreed, and is kept then', () => {
    const first = spokenIn(voice, nothing, { session: asking, profile: NEW_PROFILE });
    expect(first).toEqual({ unheard: { file: 'v1' } });
    const waiting = { session: asking, ...first };
    expect(spokenIn(words, waiting, { session: asking, profile: NEW_PROFILE })).toEqual(first);
    expect(spokenIn(words, waiting, { session: asking, profile: agreed })).toEqual({
      sent: { media: 'voice', file: 'v1' },
    });
  });

  it('is forgotten where the talk ends without consent', () => {
    const waiting = { session: asking, unheard: { file: 'v1' } };
    expect(spokenIn(words, waiting, { session: null, profile: NEW_PROFILE })).toEqual({});
  });

  it('of somebody who has agreed is kept at once', () => {
    expect(spokenIn(voice, nothing, { session: asking, profile: agreed })).toEqual({
      sent: { media: 'voice', file: 'v1' },
    });
  });

  it('at an open question is an answer or none, and is not kept beside it', () => {
    const open = { session: asking };
    expect(spokenIn(voice, open, { session: asking, profile: agreed })).toEqual({});
    expect(spokenIn(voice, open, { session: asking, profile: NEW_PROFILE })).toEqual({});
  });

  it('that its channel cannot find again, and a photo, are not kept', () => {
    for (const content of [
      { kind: 'media', media: 'voice' },
      { kind: 'media', media: 'photo', id: 'p1' },
    ] as const)
      expect(spokenIn(content, nothing, { session: asking, profile: agreed })).toEqual({});
  });
});
