import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerTo, type Heard, type Phone } from '../app/phones.ts';
import { type ThreeDoors, threeDoors } from './three-doors.ts';

const LONG_MS = 600_000;
let house: ThreeDoors;
beforeAll(async () => {
  house = await threeDoors();
}, LONG_MS);
afterAll(() => house.close(), LONG_MS);

/** One bit of one character turned. */
const flipped = (token: string, at: number): string =>
  token.slice(0, at) + String.fromCharCode(token.charCodeAt(at) ^ 1) + token.slice(at + 1);
const greeted = (phone: Phone): Promise<Heard> => answerTo(phone, () => phone.says('i ni ce'));
const offersIn = ({ choices }: Heard): string[] => choices.map(({ id }) => id);

describe('T12: buttons that are not the open question’s, on every channel that has buttons', () => {
  it.each(['telegram', 'whatsapp-cloud', 'web'] as const)(
    '%s: another person’s, forged, flipped, commands of staff: a polite word each, and nothing has moved',
    async (channel) => {
      const [awa, oumar] = [(await house.phones())[channel], (await house.phones())[channel]];
      const asked = await greeted(awa);
      const [right = ''] = offersIn(asked);
      const [other = ''] = offersIn(await greeted(oumar));
      expect(other).not.toBe(right);
      const family = [
        ...[
          other,
          flipped(right, 0),
          flipped(right, 5),
          flipped(right, right.length - 1),
          right.slice(0, -1),
        ],
        ...['admin:publish:1', '__proto__', '{"$ne":1}', 'x'.repeat(64), `${right} `, right.toUpperCase()],
      ];
      for (const token of family) {
        const { choices } = await answerTo(awa, () => awa.chooses(token));
        // Asked again: the same question, with its own buttons.
        expect([token, choices.map(({ label }) => label)]).toEqual([
          token,
          asked.choices.map(({ label }) => label),
        ]);
      }
      const latest = (await awa.heard()).at(-1);
      const moved = await answerTo(awa, () => awa.chooses(latest?.choices[0]?.id ?? ''));
      expect(moved.choices.map(({ label }) => label)).not.toEqual(asked.choices.map(({ label }) => label));
      // The same button once more, long after: what is open now stays open.
      const replayed = await answerTo(oumar, () => oumar.chooses(right));
      expect(replayed.choices.map(({ label }) => label)).toEqual(asked.choices.map(({ label }) => label));
    },
    LONG_MS,
  );
});

describe('T11: WhatsApp brings the same thing 1 to 100 times at once, in any order', () => {
  const said = (person: number, id: string, text: string): object => {
    const { phone, userId } = house.cloud.person(person);
    const timestamp = String(Math.floor(Date.now() / 1000));
    return { id, from: phone, from_user_id: userId, timestamp, type: 'text', text: { body: text } };
  };
  const notification = (value: object): string =>
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            { field: 'messages', value: { metadata: { phone_number_id: '106540352242922' }, ...value } },
          ],
        },
      ],
    });
  const bring = (bodies: readonly string[]) =>
    Promise.all(bodies.map((body) => house.cloud.deliveries.once(body)));

  it(
    'each has one effect, also within one batch, beside statuses, and after a restart',
    async () => {
      const person = house.cloud.person(90);
      person.wroteAt = Date.now();
      const bodies = [1, 100].map((copies, n) => {
        const message = said(90, `wamid.copies.${String(n)}`, 'i ni ce');
        // The same message three times in one batch, and the batch so often at once.
        const messages = Array.from({ length: 3 }, () => message);
        const statuses = Array.from({ length: 5 }, () => ({ id: 'wamid.out.x', status: 'read' }));
        return Array.from({ length: copies }, () => notification({ messages, statuses }));
      });
      for (const copies of bodies) expect(new Set(await bring(copies))).toEqual(new Set([200]));
      await house.settled();
      const before = person.shown.length;
      expect(before).toBe(2);
      await house.restart();
      const again = await bring(bodies.flatMap((copies) => copies.slice(0, 2)).toReversed());
      expect(new Set(again)).toEqual(new Set([200]));
      await house.settled();
      expect(person.shown).toHaveLength(before);
    },
    LONG_MS,
  );
});
