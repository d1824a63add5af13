import { conversations, createConversation } from '@grammyjs/conversations';
import { MongoDBAdapter } from '@grammyjs/storage-mongodb';
import express from 'express';
import { Bot, webhookCallback } from 'grammy';
import { MongoClient } from 'mongodb';
import { surveyConversation } from '../peers/grammy-survey.mjs';

// grammY + conversations + MongoDB storage, as their documentation puts them together; each answer is stored as it is given.
const { API_ROOT, TOKEN, PORT, SECRET, MONGODB_URI } = process.env;
const client = await new MongoClient(MONGODB_URI, {
  writeConcern: { w: 'majority', journal: true },
  readConcernLevel: 'majority',
}).connect();
const states = client.db().collection('conversations');
const answers = client.db().collection('answers');
await states.createIndex({ key: 1 }, { unique: true });
await answers.createIndex({ chat: 1, question: 1 }, { unique: true });

const keep = (chat, question, value) =>
  answers
    .updateOne({ chat, question }, { $set: { value, at: new Date() } }, { upsert: true })
    .then(() => null);

const bot = new Bot(TOKEN, { client: { apiRoot: API_ROOT } });
bot.use(conversations({ storage: new MongoDBAdapter({ collection: states }) }));
bot.use(createConversation(surveyConversation(keep), 'survey'));
bot.hears('sondage', (ctx) => ctx.conversation.enter('survey'));

const app = express();
app.use(express.json());
app.post('/webhook', webhookCallback(bot, 'express', { secretToken: SECRET }));
await bot.init();
app.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
