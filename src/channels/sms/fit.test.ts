import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { smsOf, numbered, type Writing } from './fit.ts';
import { sizeOf } from './gsm.ts';

const PLAIN: Writing = { letters: 'plain', long: 'gateway', maxParts: 10 };
const SINGLE: Writing = { ...PLAIN, long: 'numbered' };
const choices = [
  { id: 'a', label: 'Sécurité', digits: '1' },
  { id: 'b', label: 'Ji\nni dɔgɔtɔrɔso', digits: '2' },
];
const words = (n: number): string => Array.from({ length: n }, (_, at) => `mot${at}`).join(' ');

describe('C7: choices as numbered text', () => {
  it('each on its own line, with what is typed for it', () => {
    expect(smsOf('Mun ?', choices, PLAIN)?.messages).toEqual(['Mun ?\n1. Sécurité\n2. Ji ni dogotoroso']);
  });

  it('a scale has its own digits; a label that begins with them needs none', () => {
    const scale = ['0', '1 : jamais'].map((label, at) => ({ id: label, label, digits: String(at) }));
    expect(smsOf('Combien ?', scale, PLAIN)?.messages).toEqual(['Combien ?\n0\n1 : jamais']);
  });

  it('what takes more than a slip carries its code; what is older than digits its place', () => {
    const old = [{ label: 'Tout effacer', code: '4827' }, { label: 'Garder' }];
    expect(smsOf('Effacer ?', old, PLAIN)?.messages).toEqual(['Effacer ?\n4827. Tout effacer\n2. Garder']);
  });
});

describe('C15: long texts', () => {
  it('go whole to a gateway that joins', () => {
    expect(smsOf(words(100), [], PLAIN)).toEqual({ messages: [words(100)], cut: false });
  });

  it('are numbered where it does not, each part in one SMS, at words and lines', () => {
    const messages = smsOf(`${words(60)}\n${words(10)}`, choices, SINGLE)?.messages ?? [];
    expect(messages.length).toBeGreaterThan(2);
    messages.forEach((message, at) => {
      expect(sizeOf(message).parts).toBe(1);
      expect(message.startsWith(`${at + 1}/${messages.length} mot`)).toBe(
        at < messages.length - 1 || /mot/.test(message),
      );
    });
    expect(messages.at(-1)).toMatch(/1\. Sécurité\n2\. Ji ni dogotoroso$/);
  });

  it('says nothing of numbers where one SMS is enough', () => {
    expect(numbered('x'.repeat(160))).toEqual(['x'.repeat(160)]);
    expect(numbered('x'.repeat(161)).map((part) => part.slice(0, 4))).toEqual(['1/2 ', '2/2 ']);
  });

  it('loses no word, whatever the text: put together it is the same', () => {
    const letters = fc.constantFrom('a', 'é', '€', 'ɛ', '😀', ' ', '\n', 'mot ', 'ɲɔgɔn ');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 900 }), (all) => {
        const text = all.join('').trim();
        const parts = numbered(text);
        const rest = parts.map((part) => (parts.length > 1 ? part.replace(/^\d+\/\d+ /, '') : part));
        expect(rest.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const part of parts) expect(sizeOf(part).parts).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it.each([PLAIN, SINGLE])('that cost too much are cut at a word, and the choices stay: %j', (writing) => {
    const fitted = smsOf(words(400), choices, { ...writing, maxParts: 4 });
    const all = (fitted?.messages ?? []).join('\n');
    expect(fitted?.cut).toBe(true);
    expect(all).toMatch(/mot\d+ \(\.\.\.\)\s+(\d\/\d )?1\. Sécurité/);
    expect(fitted?.messages.reduce((sum, message) => sum + sizeOf(message).parts, 0)).toBe(4);
  });

  it('choices that alone cost too much are refused, not cut', () => {
    const many = Array.from({ length: 10 }, (_, at) => ({
      id: `${at}`,
      label: 'x'.repeat(60),
      digits: `${at + 1}`,
    }));
    expect(smsOf('?', many, { ...PLAIN, maxParts: 2 })).toBeUndefined();
  });

  it('exact keeps every letter', () => {
    expect(smsOf('Ɲɛ « a » …', [], { ...PLAIN, letters: 'exact' })?.messages).toEqual(['Ɲɛ « a » …']);
  });
});
