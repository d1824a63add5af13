import { afterAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { testDatabase } from './database.ts';

describe('the MongoDB of a jest run', () => {
  const connections: mongoose.Connection[] = [];
  afterAll(() => Promise.all(connections.map((connection) => connection.close())));

  const connect = async (uri: string) => {
    const connection = await mongoose.createConnection(uri).asPromise();
    connections.push(connection);
    return connection;
  };

  it('is a replica set: a transaction commits', async () => {
    const database = await testDatabase();
    const connection = await connect(database.uri);
    await connection.transaction(async (session) => {
      await connection.collection('things').insertOne({ n: 1 }, { session });
    });
    expect(await connection.collection('things').countDocuments()).toBe(1);
    await database.drop();
    expect(await connection.collection('things').countDocuments()).toBe(0);
  });

  it('gives every caller a database of its own', async () => {
    const [one, two] = [await testDatabase(), await testDatabase()];
    const [first, second] = [await connect(one.uri), await connect(two.uri)];
    await first.collection('things').insertOne({ n: 1 });
    expect(await second.collection('things').countDocuments()).toBe(0);
    await one.drop();
    await two.drop();
  });
});
