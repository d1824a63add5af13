import type { ReadyTexts } from './ready.fr.ts';

const many = (n: number, one: string, more: string): string => (n === 1 ? one : more);

/** Words about who would receive what, in English. */
export const READY_EN: ReadyTexts = {
  readyTitle: 'Who would receive it now',
  audience: (words) => `Audience: ${words}`,
  borders: (regions) => `Only in: ${regions}`,
  recipients: (count, n) => `${count} ${many(n, 'person', 'people')}`,
  fewerThan: (n) => `fewer than ${String(n)}`,
  few: 'a few',
  excludedTitle: 'Do not receive it at once',
  excluded: {
    stopped: 'said stop',
    gone: 'blocked us or can no longer be reached',
    no_consent: 'have not agreed to be contacted',
    window: 'have not written on WhatsApp for 24 hours: they will read it when they next write',
    waits: 'will read it when they next write (a channel that must not broadcast)',
  },
  nobodyExcluded: 'Nobody.',
  byLang: 'By language',
  byChannel: 'By channel',
  byRegion: 'By region',
  noRegion: 'region not said',
  lacksText: (language, count, n) =>
    `No text in ${language}: ${count} ${many(n, 'person', 'people')} will receive nothing.`,
  takesTwo: (limit) =>
    `A second person is needed: the broadcast is urgent, or goes beyond the ${limit} people one person may reach in a day.`,
  oneIsEnough: (limit) => `One person is enough, up to ${limit} people a day.`,
  tooFew: 'Fewer than five people: that is somebody in particular. Widen the audience.',
  tooFewTitle: 'Audience too small',
  duration: (words) => `Estimated time: ${words}.`,
  durations: {
    moment: 'less than a minute',
    minutes: (n) => `about ${n} min`,
    hours: (n) => `about ${n} h`,
  },
  nightNote: 'Between 21:00 and 7:00 nothing leaves; the rest waits for the morning.',
  cost: (amount) => `Cost, at most: ${amount} FCFA.`,
  costUnknown: (channels) => `Cost unknown: the price of a message is not set (${channels}).`,
  costNothing: 'No message that is paid for.',
  whenTitle: 'When',
  whenNow: 'As soon as it is launched.',
  whenAt: (when) => `On ${when}, Bamako time.`,
  whenEvery: (days, until, times) => `Then every ${days} days until ${until}: ${times} times in all.`,
  previewTitle: 'What people will read',
  noText: 'No text yet.',
  previewOf: (language) => `In ${language}`,
  onPhone: 'WhatsApp, Telegram and web page',
  onSms: (parts) => `SMS: ${parts} per person`,
};
