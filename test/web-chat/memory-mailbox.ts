import type { Mailbox, MailboxItem } from '../../src/channels/web/index.ts';

/** A mailbox in memory, for tests of the doors; the one in MongoDB is held to the same promises in mailbox.test.ts. */
export function memoryMailbox(): Mailbox {
  const boxes = new Map<string, (MailboxItem & { id: string })[]>();
  let last = 0;
  return {
    async append(address, { id, text, choices, audio }) {
      const box = boxes.get(address) ?? [];
      boxes.set(address, box);
      if (!box.some((item) => item.id === id))
        box.push({ id, n: ++last, text, choices, ...(audio && { audio }) });
    },
    async list(address, after) {
      const box = boxes.get(address) ?? [];
      return box
        .filter((item) => item.n > after)
        .map(({ n, text, choices, audio }) => ({ n, text, choices, ...(audio && { audio }) }));
    },
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
