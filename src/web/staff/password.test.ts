import { describe, expect, it } from '@jest/globals';
import { workOf } from '../../../test/universe/work.ts';
import { hashPassword, passwordFault, passwordFits } from './password.ts';

describe('T18: passwords', () => {
  it.each([
    'cheval correct pile agrafe',
    'trois girafes mangent du fonio',
    'kɔnɔ saba bɛ yiri sanfɛ',
    'v8Zp-Qm3x_Lw0sTr',
  ])('%s will do', (password) => {
    expect(passwordFault(password, ['awa@example.org', 'Awa Diarra'])).toBeUndefined();
  });

  it.each(['', 'court', '14 caractères!', '👍🏽👍🏽👍🏽'])('%j is too short', (password) => {
    expect(passwordFault(password)).toBe('too_short');
  });

  it('more than 1,000 characters are too long, and refused quickly', async () => {
    expect(passwordFault('girafe fonio '.repeat(77))).toBe('too_long');
    const long = 'x'.repeat(10_000_000);
    expect(await workOf(() => expect(passwordFault(long)).toBe('too_long'))).toBeLessThan(50);
  });

  it('no password up to 1,000 characters keeps the check busy', async () => {
    const nasty = [
      'ab'.repeat(499) + 'c',
      'a'.repeat(999) + 'b',
      'abcdefghijkl'.repeat(83),
      'mali'.repeat(250),
    ];
    expect(await workOf(() => nasty.forEach((password) => passwordFault(password)))).toBeLessThan(500);
  });

  it.each([
    'passwordpassword',
    'motdepasse123456',
    'Motdepasse2026!!',
    'P@ssw0rdP@ssw0rd',
    'benkan-mali-2026',
    'Bénkàn Bamako Mali',
    'B3nk4nM4l1B4m4k0',
    'azertyuiopqsdfghjklm',
    '123456789012345',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
    'abcdefghijklmnopqrst',
    'awa.diarra@example.org',
    'awadiarra-example-1',
    'iloveyouiloveyou',
    '!!!!!!!!!!!!!!!!!!!!!',
  ])('%s is predictable', (password) => {
    expect(passwordFault(password, ['awa.diarra@example.org', 'Awa Diarra'])).toBe('predictable');
  });

  it('are hashed with argon2id and a salt of their own, and fit whichever way their letters were composed', async () => {
    const [one, two] = [
      await hashPassword('trois girafes à l’été'),
      await hashPassword('trois girafes à l’été'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordFits(one, 'trois girafes à l’été'.normalize('NFD'))).toBe(true);
    expect(await passwordFits(one, 'trois girafes a l’ete')).toBe(false);
  });

  it('503: when more than 64 wait for their turn the next is told to come again', async () => {
    const results = await Promise.allSettled(Array.from({ length: 80 }, () => hashPassword('trois girafes')));
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(80 - 66);
    expect(refused[0]).toMatchObject({ reason: { kind: 'unavailable', code: 'busy' } });
    await expect(hashPassword('trois girafes')).resolves.toContain('argon2id');
  });
});
