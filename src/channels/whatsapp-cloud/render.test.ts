import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkMessage } from '../../../test/whatsapp-cloud/rules.ts';
import { render } from './render.ts';

const choices = (...labels: string[]) => labels.map((label, n) => ({ id: `c${n}`, label }));
const kindOf = (text: string, labels: string[]): string => {
  const body = render(text, choices(...labels));
  return body.type === 'text' ? 'text' : body.interactive.type;
};

describe('C7: choices as WhatsApp has them', () => {
  it.each([
    ['three labels of 20 characters', 'Quoi ?', ['a'.repeat(20), 'ɛ'.repeat(20), 'ߒ'.repeat(20)], 'button'],
    ['four labels', 'Quoi ?', ['a', 'b', 'c', 'd'], 'list'],
    ['a label of 21 characters', 'Quoi ?', ['a'.repeat(21), 'b'], 'list'],
    ['a text too long for buttons', 'x'.repeat(1025), ['a', 'b'], 'list'],
    [
      'ten labels of 24 characters',
      'Quoi ?',
      Array.from({ length: 10 }, (_, n) => `${n}${'a'.repeat(23)}`),
      'list',
    ],
    ['eleven labels', 'Quoi ?', Array.from({ length: 11 }, (_, n) => `a${n}`), 'text'],
    ['a label of 25 characters', 'Quoi ?', ['a'.repeat(25)], 'text'],
    ['two labels that read the same', 'Quoi ?', ['Oui', 'Oui'], 'text'],
    ['none', 'Bonjour', [], 'text'],
  ])('%s', (_name, text, labels, kind) => {
    expect(kindOf(text, labels)).toBe(kind);
  });

  it('what cannot be tapped is numbered, and answered by its number', () => {
    expect(render('Quoi ?', choices('a'.repeat(25), 'Oui'))).toEqual({
      type: 'text',
      text: { body: `Quoi ?\n1. ${'a'.repeat(25)}\n2. Oui`, preview_url: false },
    });
  });

  it('whatever the words, the platform takes it', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
      .filter((label) => label.trim() !== '');
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 14 }), (text, labels) => {
        const body = render(text, choices(...labels));
        checkMessage({ messaging_product: 'whatsapp', recipient_type: 'individual', ...body });
      }),
    );
  });
});
