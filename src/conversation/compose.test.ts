import { describe, expect, it } from '@jest/globals';
import { testKeyring } from '../../test/universe/keyring.ts';
import type { EngineEvent } from '../engine/types.ts';
import { readChoiceToken } from './choice-token.ts';
import { compose, type Composition } from './compose.ts';

const { fingerprint } = testKeyring();
const how: Composition = {
  speaker: { languages: ['fr'], fallback: 'fr', say: (_lang, { key }) => key },
  fingerprint,
  person: 'p',
  lang: 'fr',
};
type Said = Extract<EngineEvent, { kind: 'said' }>;
const said = (key: string, ask?: Said['ask']): Said => ({
  kind: 'said',
  text: { flow: 'f', key },
  params: {},
  ...(ask && { ask }),
});
const ask: NonNullable<Said['ask']> = {
  sid: 's',
  step: 'q',
  type: 'choice',
  choices: [
    { choice: 'oui', label: { flow: 'f', key: 'Oui' } },
    { choice: 'non', label: { literal: 'Non !' } },
  ],
};

describe('what a turn says', () => {
  it('is one bubble, own words first, and only the open question has buttons', () => {
    const bubbles = compose(how, { flow: 'bot', key: 'pardon' }, [said('un', ask), said('deux', ask)]);
    expect(bubbles).toHaveLength(1);
    expect(bubbles[0]?.text).toBe('pardon\n\nun\n\ndeux');
    expect(bubbles[0]?.choices?.map(({ label }) => label)).toEqual(['Oui', 'Non !']);
    expect(compose(how, undefined, [said('un', ask), said('deux')])).toEqual([{ text: 'un\n\ndeux' }]);
  });

  it('F3: a choice that was taken has a mark before its words', () => {
    const picked = { choice: '-eau', label: { flow: 'f', key: 'Eau' }, picked: true as const };
    const [bubble] = compose(how, undefined, [said('un', { ...ask, choices: [picked, ...ask.choices] })]);
    expect(bubble?.choices?.map(({ label }) => label)).toEqual(['✓ Eau', 'Oui', 'Non !']);
  });

  it('C8: who listens hears every text that is recorded, each with its own words; the flow’s own recording wins', () => {
    const voices = {
      of: (lang: string, { key }: { key: string }) => (key === 'un' ? undefined : `${lang}-${key}`),
    };
    const events = [said('un'), said('deux'), { ...said('trois'), audio: 'own' }, said('quatre', ask)];
    const bubbles = compose({ ...how, voices }, { flow: 'bot', key: 'pardon' }, events);
    expect(bubbles.map(({ text, audio }) => [text, audio?.media])).toEqual([
      ['pardon\n\nun', 'fr-pardon'],
      ['deux', 'fr-deux'],
      ['trois', 'own'],
      ['quatre', 'fr-quatre'],
    ]);
    expect(bubbles.map(({ choices = [] }) => choices.length)).toEqual([0, 0, 0, 2]);
  });

  it('T12: its buttons open for this very question', () => {
    const [bubble] = compose(how, undefined, [said('un', ask)]);
    const token = bubble?.choices?.[0]?.id ?? '';
    expect(readChoiceToken(fingerprint, { person: 'p', sid: 's', step: 'q' }, token)).toBe('oui');
    expect(readChoiceToken(fingerprint, { person: 'p', sid: 's', step: 'r' }, token)).toBeNull();
  });

  it('C8: carries the recording of what is said, and the buttons of what is asked after it', () => {
    const events = [{ ...said('nouvelle'), audio: 'm' }, said('et ensuite', ask)];
    const [bubble, ...more] = compose(how, undefined, events);
    expect(more).toEqual([]);
    expect(bubble).toMatchObject({ text: 'nouvelle\n\net ensuite', audio: { media: 'm' } });
    expect(bubble?.choices).toHaveLength(2);
    const long = compose(how, undefined, [{ ...said('kuma '.repeat(300)), audio: 'm' }, said('Mun?', ask)]);
    expect(long.map(({ audio, choices }) => [audio?.media, choices?.length])).toEqual([
      [undefined, undefined],
      ['m', 2],
    ]);
  });

  it('is nothing where nothing was said', () => {
    expect(compose(how, undefined, [])).toEqual([]);
    expect(compose(how, undefined, [said('')])).toEqual([]);
  });

  it('is cut where a bubble is full: at a space, not inside a character, buttons under the last', () => {
    const words = 'kuma '.repeat(1500).trim();
    const bubbles = compose(how, undefined, [said(words, ask)]);
    expect(bubbles.map(({ text }) => text).join(' ')).toBe(words);
    expect(bubbles.every(({ text }) => text.length <= 4000)).toBe(true);
    expect(bubbles.map(({ choices }) => choices?.length)).toEqual([undefined, 2]);
    const emoji = compose(how, undefined, [said(`x${'🌾'.repeat(4000)}`)]);
    expect(emoji.map(({ text }) => text).join('')).toBe(`x${'🌾'.repeat(4000)}`);
    expect(emoji.every(({ text }) => Buffer.from(text).toString() === text && text.length <= 4000)).toBe(
      true,
    );
  });
});
