import { describe, expect, it } from '@jest/globals';
import { testKeyring } from '../../test/universe/keyring.ts';
import type { EngineEvent, OfferedChoice } from '../engine/types.ts';
import { byCode, choiceCode } from './choice-code.ts';
import { choiceToken } from './choice-token.ts';

const { fingerprint } = testKeyring();
const EFFACER: OfferedChoice = { choice: 'effacer', label: { literal: 'Tout effacer' }, buttonOnly: true };
const GARDER: OfferedChoice = { choice: 'garder', label: { literal: 'Garder' } };
const asking = (sid: string, ...choices: OfferedChoice[]): EngineEvent => ({
  kind: 'said',
  text: { flow: 'mes-donnees', key: 'choix.ask' },
  params: {},
  ask: { sid, step: 'choix', type: 'choice', choices },
});
const open = (person = 'p1', sid = 's1', choices = [EFFACER, GARDER]) => ({
  ...{ fingerprint, person },
  again: () => [asking(sid, ...choices)],
});
const tokenOf = (choice: string, person = 'p1', sid = 's1') =>
  choiceToken(fingerprint, { person, sid, step: 'choix' }, choice);
const code = choiceCode(tokenOf('effacer'));
const says = (text: string) => ({ kind: 'text', text }) as const;

describe('C7, T12: a code in the place of a button', () => {
  it('has four digits, and is never a place in a list', () => {
    for (let n = 0; n < 2_000; n += 1) expect(choiceCode(`token ${n}`)).toMatch(/^[1-9]\d{3}$/);
  });

  it.each(['CODE', ' CODE\n', 'CODE.', '(CODE)', '"CODE"', '１'])('%s presses it', (written) => {
    const wide = Array.from(code, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    const typed = written === '１' ? wide : written.replace('CODE', code);
    expect(byCode(says(typed), open())).toEqual({ kind: 'choice', token: tokenOf('effacer') });
  });

  it.each(['1', 'oui', 'effacer', 'effacer CODE', 'CODE1', '0CODE', `${(Number(code) % 9000) + 1000}`, ''])(
    '%j is words, as they were typed',
    (written) => {
      const typed = says(written.replace('CODE', code));
      expect(byCode(typed, open())).toBe(typed);
    },
  );

  it('of another person, of another question, or of a choice that takes no button: words', () => {
    expect(byCode(says(code), open('p2'))).toEqual(says(code));
    expect(byCode(says(code), open('p1', 's2'))).toEqual(says(code));
    expect(byCode(says(choiceCode(tokenOf('garder'))), open())).toMatchObject({ kind: 'text' });
    expect(byCode(says(code), { ...open(), again: () => [] })).toEqual(says(code));
  });

  it('two choices with one code press neither', () => {
    const twice = open('p1', 's1', [EFFACER, EFFACER]);
    expect(byCode(says(code), twice)).toEqual(says(code));
  });

  it('what is no text is left alone, and the engine is not asked', () => {
    const tap = { kind: 'choice', token: 'x' } as const;
    const never = (): never => {
      throw new Error('asked');
    };
    expect(byCode(tap, { ...open(), again: never })).toBe(tap);
    expect(byCode(says('aide'), { ...open(), again: never })).toEqual(says('aide'));
  });
});
