import { PRIORITIES, REGIONS, TEXTS, YES_NO } from './survey.mjs';

/**
 * The survey as a conversation of @grammyjs/conversations. Buttons are taken by tap or by their words, a number by its
 * digits, a place by its exact name: it understands much less than we do, and pays less for it.
 * @param keep stores one answer as soon as it is given: `keep(chat, question, value)`
 */
export function surveyConversation(keep) {
  return async function survey(conversation, ctx) {
    const chat = ctx.chat.id;
    const store = (question, value) => conversation.external(() => keep(chat, question, value));
    await store(
      'priority',
      await choose(conversation, ctx, `${TEXTS.begin}\n\n${TEXTS.priority}`, PRIORITIES),
    );
    await store('age', await read(conversation, ctx, TEXTS.age, ageOf));
    await store('idea', await read(conversation, ctx, TEXTS.idea, (text) => text));
    await store('place', await read(conversation, ctx, TEXTS.place, placeOf));
    await store('meeting', await choose(conversation, ctx, TEXTS.meeting, YES_NO));
    await ctx.reply(TEXTS.thanks);
  };
}

async function choose(conversation, ctx, text, options) {
  const reply_markup = {
    inline_keyboard: options.map(({ key, label }) => [{ text: label, callback_data: key }]),
  };
  for (;;) {
    await ctx.reply(text, { reply_markup });
    const answer = await conversation.waitFor(['callback_query:data', 'message:text']);
    if (answer.callbackQuery !== undefined) await answer.answerCallbackQuery();
    const said = answer.callbackQuery?.data ?? answer.message?.text.toLowerCase();
    const found = options.find(({ key, label }) => key === said || label.toLowerCase() === said);
    if (found !== undefined) return found.key;
  }
}

async function read(conversation, ctx, text, understand) {
  for (;;) {
    await ctx.reply(text);
    const answer = await conversation.waitFor('message:text');
    const value = understand(answer.message.text);
    if (value !== undefined) return value;
  }
}

function ageOf(text) {
  const age = Number.parseInt(text, 10);
  return age >= 1 && age <= 110 ? age : undefined;
}

const placeOf = (text) => REGIONS.find((region) => region === text.trim().toLowerCase());
