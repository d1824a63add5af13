import { conversations, createConversation } from '@grammyjs/conversations';
import { Bot } from 'grammy';
import { surveyConversation } from '../peers/grammy-survey.mjs';
import { PLAIN_ANSWERS } from './answers.mjs';

/** @grammyjs/conversations without network: its state in memory, as JSON text, as any storage would have it. */
export async function open() {
  const states = new Map();
  const bot = new Bot('1:bench', {
    botInfo: { id: 1, is_bot: true, first_name: 'bench', username: 'bench_bot' },
  });
  // Conversations make their own API clients: each is told not to call out.
  const silent = (ctx, next) => {
    ctx.api.config.use(answered);
    return next();
  };
  bot.use(
    conversations({
      storage: {
        read: (key) => {
          const state = states.get(key);
          return state === undefined ? undefined : JSON.parse(state);
        },
        write: (key, state) => void states.set(key, JSON.stringify(state)),
        delete: (key) => void states.delete(key),
      },
    }),
  );
  let kept = 0;
  bot.use(
    createConversation(
      surveyConversation(async () => void (kept += 1)),
      { id: 'survey', plugins: [silent] },
    ),
  );
  bot.hears('sondage', (ctx) => ctx.conversation.enter('survey'));

  let update = 0;
  const turn = (chat, text) => {
    update += 1;
    const from = { id: chat, is_bot: false, first_name: 'p' };
    return bot.handleUpdate({
      update_id: update,
      message: {
        message_id: update,
        date: 1,
        chat: { id: chat, type: 'private', first_name: 'p' },
        from,
        text,
      },
    });
  };
  return async (n) => {
    const answers = PLAIN_ANSWERS[n % PLAIN_ANSWERS.length];
    const before = kept;
    await turn(n + 1, 'sondage');
    for (const answer of answers) await turn(n + 1, String(answer));
    if (kept - before !== answers.length) throw new Error('the survey did not end');
    return answers.length + 1;
  };
}

const answered = async (_previous, method, payload) => ({
  ok: true,
  result:
    method === 'sendMessage'
      ? { message_id: 1, date: 1, chat: { id: payload.chat_id, type: 'private' }, text: payload.text }
      : true,
});
