import { answering } from '../measure/processes.mjs';
import { quantile } from '../measure/statistics.mjs';
import { botApi } from './bot-api.mjs';
import { Chat } from './chats.mjs';
import { webhookTo } from './webhook.mjs';

// The world around one contestant, in a process of its own: the Bot API it calls, and forty people who write to it.
const CHATS = 40;
/** One survey: begin it, then five answers. Six turns. */
const SURVEY = [
  (chat) => chat.say('sondage'),
  (chat) => chat.tap('securite'),
  (chat) => chat.say('23'),
  (chat) => chat.say('Parler avec les voisins'),
  (chat) => chat.say('Bamako'),
  (chat) => chat.tap('yes'),
];

const chats = new Map();
let api;

answering(async (question) => {
  switch (question.ask) {
    case 'listen':
      api = botApi({
        token: question.token,
        onMessage: (chat, buttons) => chats.get(chat)?.received(buttons),
      });
      await new Promise((resolve) => api.server.listen(0, '127.0.0.1', resolve));
      return `http://127.0.0.1:${api.server.address().port}`;
    case 'greet':
      return greet(question);
    case 'saturate':
      return saturate(question.turns);
    case 'pace':
      return pace(question.turns, question.perSecond);
  }
});

/** Brings the chats to life; a product that asks for language and consent gets both, before anything is measured. */
async function greet({ url, secret, consents }) {
  const deliver = webhookTo({ url, secret, connections: CHATS });
  for (let n = 1; n <= CHATS; n += 1) chats.set(n, new Chat(n, n % 2 ? 'fr' : 'bm', deliver));
  await Promise.all(
    [...chats.values()].map(async (chat) => {
      if (!consents) return;
      await chat.say('/start');
      await chat.tap(chat.id % 2 ? 'fr' : 'bm');
      await chat.tap('accepter');
    }),
  );
  await run(CHATS * SURVEY.length, (_chat, step) => step());
  return api.counts();
}

async function saturate(turns) {
  const latencies = [];
  const before = api.counts();
  const begun = performance.now();
  await run(turns, async (_chat, step) => {
    const at = performance.now();
    await step();
    latencies.push(performance.now() - at);
  });
  const seconds = (performance.now() - begun) / 1000;
  const after = api.counts();
  return {
    turns: latencies.length,
    perSecond: latencies.length / seconds,
    ...percentiles(latencies),
    messagesATurn: (after.messages - before.messages) / latencies.length,
    refused: after.refused,
  };
}

/**
 * Turns at an even pace. A latency counts from the moment the turn was due, so that a slow reply makes those behind it
 * late too and is not hidden by them (coordinated omission).
 */
async function pace(turns, perSecond) {
  const latencies = [];
  const begun = performance.now();
  let next = 0;
  await run(turns, async (_chat, step) => {
    const due = begun + (next++ * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const at = Math.max(due, begun);
    await step();
    latencies.push(performance.now() - at);
  });
  return { perSecond, ...percentiles(latencies) };
}

/** All chats repeat the survey, each to its end, until that many turns have been begun. */
async function run(turns, take) {
  let begun = 0;
  await Promise.all(
    [...chats.values()].map(async (chat) => {
      while (begun < turns) {
        for (const step of SURVEY) {
          begun += 1;
          await take(chat, () => step(chat));
        }
      }
    }),
  );
}

const percentiles = (latencies) => ({
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
});
