import type { DeliveryTexts } from './texts.fr.ts';

/** Words of the delivery pages, in English. */
export const DELIVERY_EN: DeliveryTexts = {
  menu: 'Delivery',
  about: 'Messages Benkan could not handle, and messages paid for this month.',
  lead: 'A message that fails at every try is set aside, encrypted, for 14 days. Nobody else’s messages wait behind it. What it says is not shown here.',
  metered: 'Messages paid for this month (WhatsApp)',
  meteredCount: (count) => `${count} messages.`,
  meteredOf: (count, most) => `${count} messages out of ${most} at most.`,
  near: (count, most) =>
    `WhatsApp: ${count} of ${most} paid messages used this month. At the ceiling, broadcasts and invitations to write will wait; replies go on.`,
  reached: (most) =>
    `WhatsApp: the ceiling of ${most} paid messages is reached. Broadcasts and invitations to write wait for next month or for a higher ceiling; what waits more than three days is dropped. Replies go on.`,
  letters: 'Messages set aside',
  when: 'Set aside',
  kind: 'What',
  channel: 'Channel',
  code: 'Cause',
  tries: 'Tries',
  ways: 'What to do',
  none: 'Nothing is set aside',
  noneWhat: 'Every message received has been handled.',
  replay: 'Replay',
  replayAll: 'Replay all',
  asked: 'Will be replayed in a few seconds',
  drop: 'Delete',
  dropTitle: 'Delete this message?',
  dropWhat: 'It can no longer be replayed, and the person will get no reply.',
  dropNow: 'Delete for good',
  back: 'Back to delivery',
  kinds: {
    message: 'Message received',
    prompt: 'Message to send',
    due: 'Next step of a conversation',
    resume: 'Conversation to resume',
    take: 'Conversation taken by the team',
    speak: 'Reply of the team',
    gone: 'Person out of reach',
    effect: 'Something to store',
  },
  flashes: {
    asked: 'It will be replayed in a few seconds. What fails again stays here.',
    dropped: 'Deleted.',
  },
};
