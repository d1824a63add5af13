import { describe, expect, it } from '@jest/globals';
import { readSettings } from '../settings.ts';
import { PARTS, SERVE_ROLES, settingsFor } from './roles.ts';

const BOTH = { MONGODB_URI: 'mongodb://db/benkan?replicaSet=rs0', REDIS_URL: 'redis://CANARY@localhost' };
const settings = (more: Record<string, string> = {}) => readSettings({ ...BOTH, ...more });

describe('P9: what a process is for', () => {
  it.each(['MONGODB_URI', 'REDIS_URL'])('one of several without %s is refused, by name', (missing) => {
    const alone = readSettings({ ...BOTH, [missing]: '' });
    for (const role of SERVE_ROLES.filter((each) => each !== 'all'))
      expect(() => settingsFor(role, alone)).toThrow(new RegExp(`^${missing} is missing: .*--role ${role}`));
    expect(settingsFor('all', alone)).toBe(alone);
  });

  it('the linked number is with its own process and nobody else', () => {
    const whatsapp = { WHATSAPP_DRIVER: 'web', TELEGRAM_TOKEN: '1:abc' };
    expect(settingsFor('worker', settings(whatsapp))).toMatchObject({
      WHATSAPP_DRIVER: 'off',
      TELEGRAM_TOKEN: '1:abc',
    });
    expect(settingsFor('whatsapp-web', settings(whatsapp))).toMatchObject({
      WHATSAPP_DRIVER: 'web',
      TELEGRAM_TOKEN: undefined,
    });
    expect(() => settingsFor('whatsapp-web', settings())).toThrow(/^WHATSAPP_DRIVER is off: expected web/);
  });

  it('somebody opens the doors, somebody works off what nobody waits for', () => {
    expect(SERVE_ROLES.filter((role) => PARTS[role].doors)).toEqual(['all', 'web']);
    expect(SERVE_ROLES.filter((role) => PARTS[role].jobs)).toEqual(['all', 'worker']);
  });
});
