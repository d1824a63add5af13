#!/usr/bin/env node
// Initiates the replica set that MONGODB_URI names and makes its two users: `root`, and the one in MONGODB_URI, who may
// use its database and nothing else. It must run on the machine of the first host: MongoDB lets a first user be made
// from there only (its "localhost exception"). Safe to repeat; with another password in MONGODB_URI it changes that.
import { mongo } from 'mongoose';

/** Three nodes that start on a busy machine and hold their first election. */
const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 500;
const UNAUTHORIZED = 13;
const AUTHENTICATION_FAILED = 18;
const ALREADY_INITIALIZED = 23;
const NOT_PRIMARY = 10107;
const USER_EXISTS = 51003;
const DURABLE = { writeConcern: { w: 'majority', wtimeout: 60_000 } };

try {
  await initiate(setting('MONGODB_URI'), setting('MONGO_ROOT_PASSWORD'));
  console.log('The replica set is there, and its users.');
} catch (cause) {
  console.error(`initiate-replica-set: ${advice(cause)}`);
  process.exitCode = 1;
}

async function initiate(uri, rootPassword) {
  const { hosts, replicaSet, credentials, dbName } = new mongo.MongoClient(uri).options;
  if (!replicaSet || !credentials) throw new Error('MONGODB_URI must name a user and a replicaSet.');
  const first = `mongodb://127.0.0.1:${hosts[0].port}/?directConnection=true`;
  const asRoot = {
    uri: `mongodb://${hosts.join(',')}/?replicaSet=${replicaSet}`,
    options: { auth: { username: 'root', password: rootPassword }, authSource: 'admin' },
  };
  const soon = { ...asRoot.options, serverSelectionTimeoutMS: 2000 };
  const there = await connected({ ...asRoot, options: soon }, async () => true).catch(() => false);
  if (!there) await connected({ uri: first }, (client) => begin(client, { hosts, replicaSet, rootPassword }));
  const { username, password, source } = credentials;
  await connected(asRoot, (client) => makeUser(client.db(source), { username, password, dbName }));
}

/** The set and its first user. Where users are already, nobody may ask for either without a password: then it was done. */
async function begin(client, { hosts, replicaSet, rootPassword }) {
  const admin = client.db('admin');
  // The first is preferred as primary: there the first user is made.
  const members = hosts.map((host, _id) => ({ _id, host: String(host), priority: _id === 0 ? 2 : 1 }));
  const config = { _id: replicaSet, members };
  await succeeds(() => admin.command({ replSetInitiate: config }), [ALREADY_INITIALIZED, UNAUTHORIZED]);
  const root = { createUser: 'root', pwd: rootPassword, roles: ['root'], ...DURABLE };
  await until(() => succeeds(() => admin.command(root), [UNAUTHORIZED, USER_EXISTS], [NOT_PRIMARY]));
}

async function makeUser(db, { username, password, dbName }) {
  const user = { pwd: password, roles: [{ role: 'readWrite', db: dbName }], ...DURABLE };
  await succeeds(() => db.command({ createUser: username, ...user }), [USER_EXISTS]);
  await db.command({ updateUser: username, ...user });
}

/** Whether it worked, or had before (`done`); `false`: not yet. Anything else is thrown. */
async function succeeds(attempt, done, notYet = []) {
  try {
    await attempt();
    return true;
  } catch (cause) {
    if (done.includes(cause.code)) return true;
    if (notYet.includes(cause.code)) return false;
    throw cause;
  }
}

async function until(holds) {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > end)
      throw new Error('The replica set has no primary: look at the logs of its nodes.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function connected({ uri, options = {} }, use) {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 10_000, ...options });
  try {
    await client.connect();
    return await use(client);
  } finally {
    await client.close();
  }
}

function setting(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing.`);
  return value;
}

function advice(cause) {
  if (cause.code !== AUTHENTICATION_FAILED) return cause.message;
  return 'MONGO_ROOT_PASSWORD is not the one this database was made with: put that one back.';
}
