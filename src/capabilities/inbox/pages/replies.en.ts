import { MAX_REPLY } from '../ports.ts';
import type { ReplyTexts } from './replies.fr.ts';

/** The same in English. */
export const REPLIES_EN: ReplyTexts = {
  menu: 'Canned replies',
  about: 'What the team often answers, in every language.',
  lead: 'A canned reply is put into the reply to a person, in their language, and can be changed there.',
  none: 'No canned reply yet',
  noneWhat: 'Write here what you often answer: a number to call, a place, what happens next.',
  add: 'New canned reply',
  title: 'Title',
  titleHint: 'For the team; the person does not see it.',
  languages: 'Languages',
  textIn: (language) => `Text in ${language}`,
  save: 'Save',
  remove: 'Delete',
  removeTitle: 'Delete this canned reply?',
  removeLead: (title) => `“${title}” will not be offered any more. What was sent stays.`,
  removeNow: 'Delete for good',
  back: 'Canned replies',
  notFoundTitle: 'No such reply',
  notFound: 'It does not exist, or not any more.',
  whyNot: {
    no_such_reply: 'Somebody deleted it in between. Keep your text and make a new one of it.',
    stale: 'Somebody changed it in between. Your text is still here; load the page again to see theirs.',
    empty: 'It needs a title, and a text in one language at least.',
    too_long: `Too long: a title of 80 characters, texts of ${String(MAX_REPLY)}.`,
    too_many: 'There are too many canned replies already. Delete one.',
    not_allowed: 'Your role does not allow it.',
  },
  flashes: { saved: 'Saved.', removed: 'Deleted.' },
};
