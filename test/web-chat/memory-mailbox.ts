import type { Mailbox, MailboxItem, MailboxMessage, TalkItem } from '../../src/channels/web/index.ts';

/** A mailbox in memory, for tests of the doors; the one in MongoDB is held to the same promises in mailbox.test.ts. */
export function memoryMailbox(): Mailbox {
  const boxes = new Map<string, (MailboxMessage & { n: number })[]>();
  let last = 0;
  const whole = (address: string): TalkItem[] =>
    (boxes.get(address) ?? []).map(({ n, text, lang, choices, audio, image, mine }) => ({
      ...{ n, text, choices },
      ...(lang !== undefined && { lang }),
      ...(audio && { audio }),
      ...(image && { image }),
      ...(mine && { mine }),
    }));
  return {
    async append(address, letter) {
      const box = boxes.get(address) ?? [];
      boxes.set(address, box);
      if (!box.some((item) => item.id === letter.id)) box.push({ ...letter, n: ++last });
    },
    async list(address, after): Promise<MailboxItem[]> {
      return whole(address).filter(({ n, mine }) => n > after && mine === undefined);
    },
    whole: async (address) => whole(address),
    async newest(addresses) {
      return new Map(
        addresses.flatMap(
          (address) =>
            boxes
              .get(address)
              ?.slice(-1)
              .map((item) => [address, item.n] as const) ?? [],
        ),
      );
    },
    async drop(address) {
      boxes.delete(address);
    },
  };
}
