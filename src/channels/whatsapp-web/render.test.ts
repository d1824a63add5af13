import { describe, expect, it } from '@jest/globals';
import { render } from './render.ts';

const choices = (...labels: string[]) =>
  labels.map((label, at) => ({ id: `token-${at}`, label, digits: String(at + 1) }));
const many = (n: number) => choices(...Array.from({ length: n }, (_, at) => `Cercle ${at}`));

describe('C7: choices on WhatsApp web', () => {
  it('are numbered lines below the words', () => {
    expect(render('Kan?', choices('Bamanankan', 'Français'), 'text')).toEqual({
      text: 'Kan?\n1. Bamanankan\n2. Français',
    });
  });

  it('have a number each, and a code where a slip of the finger must not choose', () => {
    const given = [
      { id: 'a', label: 'Effacer', code: '4827' },
      { id: 'b', label: 'Garder' },
    ];
    expect(render('?', given, 'text')?.text).toBe('?\n4827. Effacer\n2. Garder');
    expect(render('?', given, 'poll')?.options).toEqual(['Effacer', 'Garder']);
  });

  it('are a poll where that was chosen, with what may be typed', () => {
    expect(render('Kan?', choices('Bamanankan', 'Français'), 'poll')).toEqual({
      text: 'Kan?',
      options: ['1. Bamanankan', '2. Français'],
    });
  });

  it.each([
    ['one choice', 'Kan?', choices('Bamanankan')],
    ['thirteen choices', 'Kan?', many(13)],
    ['a label over 100 characters', 'Kan?', choices('x'.repeat(101), 'y')],
    ['a question over 255 characters', 'x'.repeat(256), choices('a', 'b')],
    ['words the library would trim', 'Kan? ', choices('a', 'b')],
    ['two labels alike', 'Kan?', choices('a', 'a').map(({ id, label }) => ({ id, label }))],
  ])('%s is no poll', (_name, text, given) => {
    expect(render(text, given, 'poll')).not.toHaveProperty('options');
  });

  it('twelve are one, and 255 characters as people count them', () => {
    expect(render('👨🏿'.repeat(127), many(12), 'poll')?.options).toHaveLength(12);
  });

  it('what WhatsApp would not take is not sent', () => {
    expect(render('x'.repeat(65_536), choices('a'), 'text')).toBeUndefined();
    expect(render('x'.repeat(65_536), [], 'text')).toBeDefined();
  });
});
