import { existsSync, lstatSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freeProfile } from './profile-lock.ts';

/** No process has it: larger than Linux gives out. */
const NOBODY = 2 ** 30;
let profile: string;
beforeEach(() => {
  profile = mkdtempSync(path.join(tmpdir(), 'benkan-profile-'));
});
afterEach(() => rmSync(profile, { recursive: true }));

const lock = (owner: string): void => {
  symlinkSync(owner, path.join(profile, 'SingletonLock'));
  writeFileSync(path.join(profile, 'SingletonCookie'), '');
};
const isLocked = (): boolean =>
  lstatSync(path.join(profile, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined;

describe('C2: the lock Chromium leaves in its profile', () => {
  it('of a container that is no more is taken away', async () => {
    lock(`another-host-${process.pid}`);
    expect(await freeProfile(profile)).toBe(true);
    expect([isLocked(), existsSync(path.join(profile, 'SingletonCookie'))]).toEqual([false, false]);
  });

  it('of a process that ended is taken away, also where another one has its number by now', async () => {
    for (const pid of [NOBODY, process.pid]) {
      lock(`${hostname()}-${pid}`);
      expect(await freeProfile(profile)).toBe(true);
      expect(isLocked()).toBe(false);
    }
  });

  it('that is not there, or says nothing, keeps nobody out', async () => {
    expect(await freeProfile(profile)).toBe(true);
    lock('nonsense');
    expect(await freeProfile(profile)).toBe(true);
  });
});
