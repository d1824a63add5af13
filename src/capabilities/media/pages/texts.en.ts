import type { MediaTexts } from './texts.fr.ts';

/** Words of the pages of voices and photos, in English. */
export const MEDIA_EN: MediaTexts = {
  menu: 'Voices and photos',
  about: 'What people sent outside surveys: listen, look, transcribe.',
  lead: 'The latest day first; within a day the order means nothing. Every time somebody listens, it is written to the audit log. Everything is deleted after 30 days.',
  countOf: (count, n) => `${count} ${n === 1 ? 'voice message or photo' : 'voice messages and photos'}`,
  emptyTitle: 'No voice message and no photo',
  empty:
    'Many people speak better than they write. A voice message sent outside a question arrives here once the person has agreed, and so does what a flow that is not a survey asks for.',
  listen: 'Listen and transcribe',
  voice: 'Voice message',
  photo: 'Photo',
  seconds: (count) => `${count} s`,
  kilobytes: (count) => `${count} kB`,
  languages: { fr: 'French', bm: 'Bambara' },
  voiceLead:
    'The sound is loaded only when you press play, and the audit log notes it. Do not write down anything that points to a person.',
  photoLead:
    'The audit log notes that you have seen this photo. Place and device were removed when it arrived.',
  show: 'See the photo',
  words: 'What is said',
  wordsHint: 'Word for word if possible, in the person’s language. Leave empty to remove the transcript.',
  save: 'Save the transcript',
  saved: 'Transcript saved.',
  tooLong: (most) => `At most ${most} characters.`,
  notTranscribed: 'not transcribed yet',
  notFoundTitle: 'Not found',
  notFound: 'This message is no longer here: it was deleted with its person, or its 30 days are over.',
  back: '← Voices and photos',
  backToSurvey: '← Answers',
  previous: 'Previous page',
  next: 'Next page',
  pages: 'Pages',
  pageOf: (page, pages) => `Page ${page} of ${pages}`,
};
