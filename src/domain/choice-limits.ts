/** One way in which a channel shows choices. */
export interface ChoiceWay {
  channel: string;
  way: 'buttons' | 'list' | 'poll' | 'numbers';
  /** Choices at most; with more the channel takes its next way. */
  most: number;
  /** Characters of a label at most, as people count them. */
  label: number;
  source: string;
}

/**
 * What each channel shows whole (C7), its ways in the order in which it tries them: the one table by which channels render
 * and `flows check` refuses. The web chat and the terminal wrap a label and cut none.
 */
export const CHOICE_WAYS = [
  {
    channel: 'telegram',
    way: 'buttons',
    most: 100,
    label: 60,
    source:
      'core.telegram.org/bots/api#inlinekeyboardmarkup: 100 buttons; of a label phones show about 64 characters, of which its number takes 4',
  },
  {
    channel: 'whatsapp-cloud',
    way: 'buttons',
    most: 3,
    label: 20,
    source: 'developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages',
  },
  {
    channel: 'whatsapp-cloud',
    way: 'list',
    most: 10,
    label: 24,
    source: 'developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages',
  },
  {
    channel: 'whatsapp-web',
    way: 'poll',
    most: 12,
    label: 100,
    source: 'faq.whatsapp.com: a poll has up to 12 options, each of up to 100 characters',
  },
  {
    channel: 'sms',
    way: 'numbers',
    most: 50,
    label: 40,
    source: 'our own: a quarter of the 160 characters of one message',
  },
] as const satisfies readonly ChoiceWay[];

/** The limits of one way of a channel. */
export const choiceWay = <Channel extends (typeof CHOICE_WAYS)[number]['channel']>(
  channel: Channel,
  way: Extract<(typeof CHOICE_WAYS)[number], { channel: Channel }>['way'],
): ChoiceWay => {
  const found = CHOICE_WAYS.find((each) => each.channel === channel && each.way === way);
  if (found === undefined) throw new TypeError(`${channel} shows no choices as ${way}.`);
  return found;
};
