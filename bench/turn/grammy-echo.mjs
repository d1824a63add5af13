import express from 'express';
import { Bot, webhookCallback } from 'grammy';

// Bare grammY: says back what it is told and keeps nothing.
const { API_ROOT, TOKEN, PORT, SECRET } = process.env;
const bot = new Bot(TOKEN, { client: { apiRoot: API_ROOT } });
bot.on('message:text', (ctx) => ctx.reply(`echo ${ctx.message.text}`));

const app = express();
app.use(express.json());
app.post('/webhook', webhookCallback(bot, 'express', { secretToken: SECRET }));
await bot.init();
app.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
