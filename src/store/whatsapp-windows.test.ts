import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { type TestDatabase, testDatabase } from '../../test/mongo/database.ts';
import { testKeyring } from '../../test/universe/keyring.ts';
import { memoryWindows } from '../../test/whatsapp-cloud/memory-windows.ts';
import { connect } from './connection.ts';
import { WhatsappWindows } from './whatsapp-windows.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 22, 12);
const AWA = '22370000001';
let database: TestDatabase;
let connection: Connection;
beforeAll(async () => {
  database = await testDatabase();
  connection = await connect(database.uri);
});
afterAll(async () => {
  await database.drop();
  await connection.close();
});

const store = () => new WhatsappWindows(connection, testKeyring().fingerprint);

describe.each([
  ['in MongoDB', store],
  ['in memory', memoryWindows],
])('C3: windows %s', (name, open) => {
  const address = `${AWA}-${name}`;

  it('know when a person last wrote, whatever the order in which it is told', async () => {
    const windows = open();
    expect(await windows.lastOpened(address)).toBeUndefined();
    await windows.opened(address, NOON);
    await windows.opened(address, NOON - 5 * HOUR);
    expect(await windows.lastOpened(address)).toBe(NOON);
    await windows.opened(address, NOON + 2 * HOUR);
    expect(await windows.lastOpened(address)).toBe(NOON + 2 * HOUR);
  });

  it('give the leave to knock once a day, also to several who ask at once', async () => {
    const windows = open();
    const asked = await Promise.all(Array.from({ length: 8 }, () => windows.mayKnock(address, NOON)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect(await windows.mayKnock(address, NOON + 23 * HOUR)).toBe(false);
    expect(await windows.mayKnock(address, NOON + 24 * HOUR)).toBe(true);
    expect(await windows.mayKnock(`${address}-2`, NOON)).toBe(true);
  });
});

describe('T1, T6: what is kept of an address', () => {
  it('no address, no minute; and nothing once the person is erased', async () => {
    const windows = store();
    await windows.opened(AWA, NOON + 1234);
    const all = () => connection.collection('whatsapp_windows').find().toArray();
    expect(JSON.stringify(await all())).not.toContain(AWA);
    expect(await windows.lastOpened(AWA)).toBe(NOON);
    const before = (await all()).length;
    await windows.drop(AWA);
    expect(await all()).toHaveLength(before - 1);
    await windows.opened(AWA, NOON);
    expect(await windows.lastOpened(AWA)).toBe(NOON);
  });
});
