import type { ShareTexts } from './texts.fr.ts';

export const SHARE_EN: ShareTexts = {
  title: 'Share this update',
  lead: 'A picture, a text to paste, a recording and a link, in each language. Each carries the number, so that people can check.',
  link: 'Picture and text to share',
  back: 'Back to the update',
  notYet: 'The update is not published yet: there is nothing to share.',
  withdrawn:
    'The update is withdrawn. The picture and the text say so: share them to warn those who received it.',
  demo: 'This is an example: do not share it.',
  card: 'Picture',
  cardAlt: (title) => `Picture to share: ${title}`,
  download: 'Save the picture',
  text: 'Text to paste into WhatsApp or Facebook',
  textHint: 'Touch the text, choose “Select all”, then “Copy”.',
  audio: 'Recording',
  noAudio: 'No recording in this language yet. It is added before the update is verified.',
  otherLanguage: 'There is no text in this language: the picture and the text below are in another one.',
  links: 'Links into the conversation',
  whatsapp: 'WhatsApp: read this update',
  telegram: 'Telegram: read this update',
  noNames: 'No WhatsApp or Telegram name is set (SHARE_WHATSAPP, SHARE_TELEGRAM).',
  page: 'Public page',
  came: 'Came by these links',
  cameHint:
    'A day, the last 30 on which anybody came. Who comes back counts again. Nobody is noted: neither who, nor by which way.',
  nobody: 'Nobody has come by these links yet.',
  day: 'Day',
  visits: 'Visits',
  hidden: 'hidden',
  hiddenWhy: 'Hidden: too few visits on that day.',
  languages: { fr: 'In French', bm: 'In Bambara' },
};
