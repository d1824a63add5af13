import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Passage } from '../../../conversation/ports.ts';
import type { EngineEvent, Frame, Session, Value } from '../../../engine/types.ts';
import { replyId } from '../../../conversation/reply-id.ts';
import { fatesAmong } from '../desk/fates.ts';
import { reachOf } from '../desk/reaching.ts';
import { TIP } from '../offers.ts';
import { SAFEGUARDING_CARDS } from '../safeguarding/cards.ts';
import { spotter } from '../safeguarding/spotted.ts';
import { SENSITIVE_WORDS } from '../safeguarding/words.ts';
import { SENSITIVE_KINDS, type SensitiveKind } from '../ports.ts';
import { deedsOf } from './deeds.ts';
import { handleOf } from './thread.ts';

const frame: Frame = {
  sid: 's',
  flow: 'parler',
  hash: 'h',
  step: 'passage',
  tries: 0,
  answers: '',
  vars: {},
};
const held: Session = { v: 2, frames: [{ ...frame, staff: true }] };
const free: Session = { v: 2, frames: [frame] };
const passage = (before: Session | null, after: Session | null, events: EngineEvent[] = []): Passage => ({
  ...{ now: 5, walk: [], events },
  before: { session: before, lang: 'fr' },
  after: { session: after, lang: 'fr' },
});
const at = { flow: 'parler', hash: 'h', step: 'passage' };
const wrote = (reply: Extract<EngineEvent, { kind: 'written' }>['reply']): EngineEvent => ({
  ...{ kind: 'written', ...at, reply },
});
const tip = (params: Record<string, Value>): EngineEvent => ({
  kind: 'asked_for',
  effect: TIP,
  params,
});

describe('W2: what a turn does to a thread', () => {
  it.each<[string, Passage, object[]]>([
    [
      'handed over',
      passage(null, held, [{ kind: 'handed_over', ...at, reason: 'r' }]),
      [{ what: 'handed_over', at: 5, reason: 'r', byStaff: false }],
    ],
    ['left by a word', passage(held, free), [{ what: 'given_back', at: 5, by: null }]],
    ['over in time', passage(held, null), [{ what: 'given_back', at: 5, by: null }]],
    [
      'given back',
      { ...passage(held, free), staff: { by: 'awa' } },
      [{ what: 'given_back', at: 5, by: 'awa' }],
    ],
    ['a talk of the bot', passage(free, null), []],
    [
      'words',
      passage(held, held, [wrote({ kind: 'text', text: 'a' })]),
      [{ what: 'written', at: 5, body: { text: 'a' } }],
    ],
    [
      'a voice',
      passage(held, held, [wrote({ kind: 'media', media: 'voice', id: 'v' })]),
      [{ what: 'written', at: 5, body: { media: 'voice', file: 'v' } }],
    ],
    [
      'a place',
      passage(held, held, [wrote({ kind: 'media', media: 'location', at: { lat: 12.5, lon: -8 } })]),
      [{ what: 'written', at: 5, body: { text: '📍 12.50000, -8.00000' } }],
    ],
    [
      'a number',
      passage(held, held, [wrote({ kind: 'media', media: 'contact', phone: '+22370000000' })]),
      [{ what: 'written', at: 5, body: { text: '📞 +22370000000' } }],
    ],
    [
      'a reply',
      { ...passage(held, held), staff: { by: 'awa', said: { id: 'k', text: 'b', canned: 'c' } } },
      [{ what: 'spoken', at: 5, by: 'awa', text: 'b', canned: 'c', said: 'k' }],
    ],
    [
      'U6: a message that is passed on, whole again, and its picture',
      passage(free, null, [
        tip({ sujet: 'vérif', un: 'Le pont ', deux: 'est fermé', trois: null, quatre: null, photo: 'p' }),
      ]),
      [
        { what: 'written', at: 5, body: { text: 'vérif : Le pont est fermé' } },
        { what: 'written', at: 5, body: { media: 'photo', file: 'p' } },
      ],
    ],
  ])('%s', (_what, turn, deeds) => {
    expect(deedsOf(turn)).toEqual(deeds);
  });

  it('a thread is called by five signs that nobody takes for one another', () => {
    expect(handleOf('0'.repeat(32))).toBe('22-222');
    expect(handleOf('f'.repeat(32))).toMatch(/^[2-9A-HJKMNP-TV-Z]{2}-[2-9A-HJKMNP-TV-Z]{3}$/);
  });
});

describe('W2: words of danger', () => {
  const spotted = spotter(SENSITIVE_WORDS);
  it.each<[string, SensitiveKind[]]>([
    ['Bonjour, la salle est où ?', []],
    ['L’ARME est là', ['weapons']],
    ['on nous a menacés… menace !', ['threat']],
    ['je veux mourir', ['suicide']],
    ['mon Enfant a été enlevé, ils veulent une rançon', ['child', 'ransom']],
    ['elle a ete violee', ['sexual']],
    ['marifaw bɛ yen', ['weapons']],
    ['ɲangata', ['violence']],
    ['nyangata', ['violence']],
    ['alarme', []],
    ['', []],
  ])('"%s"', (text, kinds) => {
    expect(spotted(text)).toEqual(kinds);
  });

  it('every kind has words, each with its source, and a card that says what to do and whom to call', () => {
    for (const kind of SENSITIVE_KINDS) {
      expect(
        SENSITIVE_WORDS.filter((word) => word.kind === kind && word.source !== '').length,
      ).toBeGreaterThan(3);
      const card = SAFEGUARDING_CARDS.find((each) => each.kind === kind);
      expect(card?.todo.fr.length).toBeGreaterThan(2);
      expect(card?.todo.en.length).toBe(card?.todo.fr.length);
      expect(card?.call.length).toBeGreaterThan(1);
    }
  });
});

describe('W2: whether a reply may go out', () => {
  const talk = {
    session: held,
    profile: { consents: { base: 1 }, stopped: false, fields: {} },
    route: { channel: 'whatsapp-cloud', account: 'a', address: 'x' },
  };
  const reach = (ends: number | null | undefined, of: object | null = {}) =>
    reachOf({ clock: { now: () => 100 }, windowEnds: async () => ends }, of && { ...talk, ...of }, 'whoever');
  it.each<[string, ReturnType<typeof reach>, object]>([
    ['no window', reach(undefined), { may: true, most: 1500 }],
    ['an open one', reach(200), { may: true, most: 1500, endsAt: 200 }],
    ['a closed one', reach(null), { may: false, why: 'window_closed' }],
    ['one that ends now', reach(100), { may: false, why: 'window_closed', endsAt: 100 }],
    ['out of reach', reach(200, { away: true }), { may: false, why: 'blocked', endsAt: 200 }],
    [
      'stopped',
      reach(200, { profile: { ...talk.profile, stopped: true } }),
      { may: false, why: 'stopped', endsAt: 200 },
    ],
    ['with the bot', reach(200, { session: free }), { may: false, why: 'with_bot', endsAt: 200 }],
    ['erased', reach(200, null), { may: false, why: 'gone' }],
  ])('C3: %s', async (_what, asked, expected) => {
    expect(await asked).toEqual(expected);
  });
});

describe('W2: what became of a reply', () => {
  const DAY = 86_400_000;
  const now = 100 * DAY;
  const fingerprint = (...parts: string[]): Buffer => createHash('sha256').update(parts.join('/')).digest();
  const reply = (said?: string, age = 1) => ({
    at: now - age * DAY,
    words: { kind: 'reply' as const, by: 'awa', text: 'x', ...(said !== undefined && { said }) },
  });

  it('waits, has left at least, or stands as its platform tells; nothing is said of old ones and of other entries', async () => {
    const idOf = (said: string): string => replyId(fingerprint, 'talk', said);
    const asked: string[][] = [];
    const deps = {
      ...{ fingerprint, clock: { now: () => now } },
      async fatesOf(_talk: string, ids: readonly string[]) {
        asked.push([...ids]);
        return { unsent: [idOf('a')], known: new Map([[idOf('c'), 'read' as const]]) };
      },
    };
    const entries = [reply('a'), reply('b'), reply('c'), reply('d', 35), reply()];
    const note = { at: now, words: { kind: 'note' as const, by: 'awa', text: 'x' } };
    const fateOf = await fatesAmong(deps, 'talk', [...entries, note]);
    expect([...entries, note].map(fateOf)).toEqual([
      'waiting',
      'sent',
      'read',
      undefined,
      undefined,
      undefined,
    ]);
    await fatesAmong(deps, 'talk', [note]);
    expect(asked).toEqual([['a', 'b', 'c'].map(idOf)]);
  });
});
