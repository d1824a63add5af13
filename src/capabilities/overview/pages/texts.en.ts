import type { TrafficTexts } from './texts.fr.ts';

/** Words about people and messages, in English. */
export const TRAFFIC_EN: TrafficTexts = {
  menu: 'People and messages',
  about: 'Who writes, what is sent, what fails, who leaves: by channel and day.',
  lead: 'Sums, by channel and day. Nobody can be recognised in them.',
  weekTitle: 'The last seven days',
  people: 'people in all',
  stoppedNow: 'have said “stop”',
  tiles: {
    came: 'new people',
    in: 'messages received',
    out: 'messages sent',
    failed: 'messages that failed',
    stopped: 'opt-outs (“stop”)',
    erased: 'erasures asked for',
  },
  columns: {
    came: 'New people',
    in: 'Received',
    out: 'Sent',
    failed: 'Failed',
    stopped: 'Opt-outs',
    erased: 'Erasures',
  },
  byChannel: 'By channel',
  byDay: 'By day',
  channel: 'Channel',
  day: 'Day',
  channels: {
    telegram: 'Telegram',
    'whatsapp-cloud': 'WhatsApp (API)',
    'whatsapp-web': 'WhatsApp (phone)',
    sms: 'SMS',
    web: 'Chat page',
    demo: 'Demonstration',
  },
  all: 'All channels',
  period: 'Period',
  periods: { 7: '7 days', 30: '30 days', 90: '90 days', 365: 'One year' },
  filters: 'Choose messages',
  apply: 'Show',
  file: 'This table as CSV',
  causes: 'Why messages failed',
  cause: 'Code of the platform',
  times: 'Times',
  noCause: 'Nothing failed in this period.',
  hidden: '< 5',
  hiding:
    'A count of 1 to 4 is hidden, and those of a day or channel are rounded to fives, so that nobody can be recognised.',
  rehearsal: 'Trial installation: small counts are not hidden.',
  asOf: (time) => `Counted at ${time}; the last few seconds may be missing.`,
  none: '–',
  noneTitle: 'Nothing in this period',
  noneWhat: 'As soon as somebody writes, the messages of each day and channel are counted here.',
  emptyTitle: 'Nobody has written yet',
  emptyLead: 'What this page will show:',
  empties: [
    [
      'Waiting for you',
      'what a member of the team has to do, the most urgent first, each with a link to its list;',
    ],
    ['The last seven days', 'new people, messages received, sent and failed, opt-outs, by channel;'],
    ['Pages', 'what your role opens, and what each page is for.'],
  ],
  openChat: 'Write the first message',
  needs: {
    failed: (n) =>
      n === 1
        ? 'message could not be sent in these seven days'
        : 'messages could not be sent in these seven days',
  },
};
