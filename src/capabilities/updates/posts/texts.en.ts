import type { PostTexts } from './texts.fr.ts';

/** Words about posts on a public board, in English. */
export const POSTS_EN: PostTexts = {
  title: 'On the Telegram channel',
  off: 'To post updates on a Telegram channel: set TELEGRAM_CHANNEL and SHARE_TELEGRAM, then start again.',
  states: {
    waiting: (board) => `It is on its way to ${board}.`,
    posting: (board) => `It is leaving for ${board} now.`,
    posted: (board) => `Posted on ${board}.`,
    unknown: (board) =>
      `Nobody knows whether it is on ${board}: the answer was lost. It is not posted again by itself. Open the channel and say what you see.`,
    failed: (board) => `Not posted on ${board}.`,
    gone: (board) =>
      `The message is no longer on ${board}: somebody deleted it. Nothing will be corrected or marked as withdrawn there.`,
  },
  notYet: (board) => `It is not on ${board}.`,
  only: (roles) => `Posting: ${roles}.`,
  example: 'An example of the demonstration is not posted.',
  see: 'See the message',
  says: {
    published: (version) => `The message says version ${version}.`,
    corrected: (version) => `The message says version ${version}, marked as corrected.`,
    withdrawn: 'The message says that the update is withdrawn.',
  },
  stale: 'The message is not up to date yet. Benkan tries again until it is.',
  begin: (board) => `Post on ${board}`,
  again: 'Post again',
  pageTitle: 'Post on the Telegram channel',
  pageLead: (board) =>
    `Everybody will see this message on ${board}. A correction or a withdrawal changes it by itself; who has read it is not told.`,
  words: 'The message',
  confirm: 'Post for everybody',
  foundLead: 'It is there',
  foundHint: 'On the channel, touch the message, then “Copy link”. Example: https://t.me/name/17.',
  link: 'Link of the message',
  found: 'It is there: here is the link',
  notThereLead: 'It is not there',
  notThere: 'It is not there: post again',
  notThereWithdrawn: 'It is withdrawn: it will not be posted any more.',
  absent: 'It is not there',
  linkFaults: {
    bad_link: 'This is no link to a message of this channel. Copy it from the message.',
    not_ours: 'At this link the bot finds no message it can change. Take the one the bot posted.',
    board_silent: 'Telegram does not answer now. Nothing has changed: try again in a minute.',
  },
  standings: {
    unknown_place:
      'Telegram knows no such channel. Correct TELEGRAM_CHANNEL: its @name, or its number (-100…).',
    not_a_board: 'This is no channel but a group or a person. Correct TELEGRAM_CHANNEL.',
    not_a_member: 'The bot is not in the channel. Add it as an administrator, then load this page again.',
    may_not_post:
      'The bot has no right to post. In the channel, give it the right “Post messages”, then load this page again.',
    no_answer:
      'Telegram does not answer now. You may post all the same: it leaves as soon as there is an answer.',
  },
  codes: {
    may_not_edit: 'The bot cannot change this message: give the right “Post messages” back to it.',
    not_published: 'It was withdrawn before it left.',
    too_late: 'Telegram did not answer for a day.',
    no_board: 'No channel is set (TELEGRAM_CHANNEL).',
    board_changed: 'The channel that is set is another one than where it was to go.',
    too_many_requests: 'Telegram asks for patience; it leaves afterwards.',
    full_minute: 'Twenty messages a minute at most; it leaves afterwards.',
    token_refused: 'Telegram refuses TELEGRAM_TOKEN: put the right one.',
    not_there: 'A person has looked: it is not there.',
    too_long: 'Telegram finds the text too long.',
  },
  otherCode: (code) => `Reason: ${code}.`,
  refusals: {
    no_board: 'No channel is set: TELEGRAM_CHANNEL is empty.',
    example: 'An example of the demonstration is not posted.',
    posted_already: 'It is on the channel already, or on its way: somebody else posted it, or you twice.',
    in_doubt: 'Nobody knows whether it is there. Say first, on the page of the update, whether you see it.',
    not_in_doubt: 'It is known already whether it is there: somebody said so meanwhile.',
  },
  needs: {
    behind: (n) =>
      n === 1
        ? 'post on the Telegram channel that still says what no longer holds'
        : 'posts on the Telegram channel that still say what no longer holds',
    toSee: (n) =>
      n === 1 ? 'update to check on the Telegram channel' : 'updates to check on the Telegram channel',
  },
  flashes: {
    posting: 'The message is on its way to the channel.',
    absent: 'Noted: it is not on the channel.',
    found: 'Noted: the message is there.',
  },
};
