import { describe, expect, it } from '@jest/globals';
import { NEW_PROFILE, type Profile } from '../domain/person.ts';
import { standingAfter } from './person-standing.ts';

const [TODAY, YESTERDAY] = ['2026-11-22', '2026-11-21'];
const agreed: Profile = { ...NEW_PROFILE, lang: 'fr', consents: { base: 1 } };
const wrote = { kind: 'text', text: 'menu' } as const;
const prompted = { kind: 'prompt', flow: 'nouvelle', params: {} } as const;

describe('B1: how a person stands is told where it is new', () => {
  it('says nothing of who has not agreed, and keeps no day of them (T8)', () => {
    const unknown = { profile: NEW_PROFILE };
    expect(standingAfter(unknown, { profile: NEW_PROFILE, away: false }, wrote, TODAY)).toEqual({});
  });

  it('is told with the agreement, and then once a day at most (P2)', () => {
    const first = standingAfter({ profile: NEW_PROFILE }, { profile: agreed, away: false }, wrote, TODAY);
    expect(first).toMatchObject({ wroteOn: TODAY, standing: { agreed: true, stopped: false, wrote: true } });
    const again = (wroteOn: string): ReturnType<typeof standingAfter> =>
      standingAfter({ profile: agreed, wroteOn }, { profile: agreed, away: false }, wrote, TODAY);
    expect(again(TODAY)).toEqual({ wroteOn: TODAY });
    expect(again(YESTERDAY)).toMatchObject({ wroteOn: TODAY, standing: { wrote: true } });
  });

  it('tells at once of a stop, another language, another consent, and of who cannot be reached', () => {
    const before = { profile: agreed, wroteOn: TODAY };
    const after = (profile: Profile, away = false): ReturnType<typeof standingAfter>['standing'] =>
      standingAfter(before, { profile, away }, wrote, TODAY).standing;
    expect(after({ ...agreed, stopped: true })).toMatchObject({ stopped: true });
    expect(after({ ...agreed, lang: 'bm' })).toBeDefined();
    expect(after({ ...agreed, consents: { base: 1, profil: 1 } })?.consents).toEqual({ base: 1, profil: 1 });
    expect(after({ ...agreed, consents: {} })).toMatchObject({ agreed: false });
    const gone = { kind: 'presence', present: false } as const;
    const blocked = standingAfter(before, { profile: agreed, away: true }, gone, TODAY);
    expect(blocked.standing).toMatchObject({ away: true, wrote: false });
  });

  it('what the house begins is nobody writing', () => {
    const before = { profile: agreed, wroteOn: YESTERDAY };
    const after = standingAfter(before, { profile: agreed, away: false }, prompted, TODAY);
    expect(after).toEqual({ wroteOn: YESTERDAY });
  });
});
