import type { ReadinessTexts } from './texts.fr.ts';

/** Words of the checklist before a campaign opens, in English. */
export const READINESS_EN: ReadinessTexts = {
  menu: 'Before you open',
  about: 'What must be ready before the first real person.',
  lead: 'What Benkan can count, it counts. The rest is ticked by a person, under their name.',
  openOf: (n) =>
    n === 0
      ? 'Everything is ready.'
      : n === 1
        ? 'One point is still open.'
        : `${String(n)} points are still open.`,
  done: 'Ready',
  open: 'To do',
  lines: {
    reviewer: 'Somebody who speaks Bambara reviews the texts, and the team knows who',
    reviewed: 'The core texts in Bambara are reviewed',
    voices: 'The core texts can be heard in Bambara',
    consent: 'The first message says who runs the campaign',
    roster: 'The team is complete',
    channel: 'At least one channel is connected',
    test_group: 'A test group has heard and walked through everything',
    address: 'The site has a public https address',
    keys: 'The keys lie apart from the data',
    backups: 'A backup is made, and was restored once as a trial',
    demo: 'The demonstration is cleared',
  },
  reviewedOf: (open, all) => `${open} of ${all} texts are still to be reviewed.`,
  voicesOf: (open, all) => `${open} of ${all} texts have no recording yet.`,
  toTexts: 'See the texts',
  rosterOf: (roles) => `Missing: ${roles}.`,
  rosterHow:
    'It takes two administrators, and at least one editor, one verifier and one organiser: two pairs of eyes before anything is published.',
  toAccounts: 'See the accounts',
  channelHow: 'The chat page alone is not enough: connect Telegram, WhatsApp or SMS.',
  channelOf: (names) => `Connected: ${names}.`,
  toChannels: 'See the channels',
  addressOf: (url) => `Address now: ${url}.`,
  keysHow: 'Give KEY_FILE at the start, outside the folder of the data, and keep a copy of it elsewhere.',
  toKeys: 'See the keys',
  backupsHow:
    'This version makes no backups by itself: whoever runs the machine copies the database and, elsewhere, the key file.',
  consentHow:
    'Read the first message as a person who does not know you: is the name of the organisation in it, in French and in Bambara?',
  toConsent: 'Read the first message',
  reviewerHow: 'Name them in the team and give them the page for reviewing.',
  groupHow: 'Ten people of the age you want to reach, on their own phones, some of whom read little.',
  demoHow: 'Invented people mix with real ones in the figures.',
  toDemo: 'See the demonstration',
  tickedBy: (name, when) => `Ticked by ${name}, on ${when}.`,
  someone: 'an account that is gone',
  tick: 'This is done',
  untick: 'This is no longer true',
  waiverTitle: 'Open all the same',
  waiverLead:
    'An administrator may open before everything is ready. The reason stays written here, and the banner goes away.',
  waiverReason: 'Why open now?',
  waiverHint: 'One sentence, without names of people.',
  waiverShort: 'Say it in a sentence of at least ten characters (at most 300).',
  waive: 'Open all the same',
  waivedBy: (name, when) => `Opened all the same by ${name}, on ${when}:`,
  waiverGone: 'The reason cannot be read any more: its key is gone.',
  endWaiver: 'Go back to the list',
  notice: (n) =>
    n === 1
      ? 'This campaign is live while one point is still open.'
      : `This campaign is live while ${String(n)} points are still open.`,
  see: 'See which',
  need: (n) => (n === 1 ? 'point to settle before you open' : 'points to settle before you open'),
  flashes: {
    ticked: 'Noted, under your name.',
    unticked: 'Noted: this point is open again.',
    waived: 'Noted: the campaign is open before everything is ready.',
    waiver_ended: 'The list holds again.',
  },
};
