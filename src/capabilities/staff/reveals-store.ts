import { trusted } from 'mongoose';
import { isDuplicateKey } from '../../store/durable.ts';
import type { Look, Reveals } from '../../web/staff/index.ts';
import type { StaffModels } from './models-store.ts';
import { reach } from './reach.ts';

/**
 * Looks at masked things in MongoDB: a document an account and day holds all of them, so that counting one and knowing
 * whether it is a new one is a single atomic write.
 */
export function staffReveals({ revealDays, revealWords }: StaffModels): Reveals {
  return {
    take: ({ until, most, ...look }) =>
      reach(async () => {
        const _id = dayId(look);
        await begin(_id, look.day);
        const free = { _id, n: trusted({ $lt: most }), looks: trusted({ $not: lasting(look) }) };
        const fresh = { subject: look.subject, until, open: false };
        const took = await revealDays.updateOne(free, { $inc: { n: 1 }, $push: { looks: fresh } });
        if (took.modifiedCount === 1) return 'taken';
        // Also after a lost answer: then it is ours that is there, and its record is written again rather than not at all.
        const found = (await revealDays.findById(_id).lean())?.looks.filter(
          ({ subject, until: end }) => subject === look.subject && Number(end) > look.now,
        );
        if (found === undefined || found.length === 0) return 'none_left';
        return found.some(({ open }) => open) ? 'open' : 'taken';
      }),

    open: (look) =>
      reach(async () => {
        const taken = { _id: dayId(look), looks: trusted(lasting(look)) };
        await revealDays.updateOne(taken, { $set: { 'looks.$.open': true } });
      }),

    isOpen: (look) =>
      reach(async () => {
        const { $elemMatch } = lasting(look);
        const open = { _id: dayId(look), looks: trusted({ $elemMatch: { ...$elemMatch, open: true } }) };
        return (await revealDays.exists(open)) !== null;
      }),

    keepWords: ({ id, ...words }) =>
      reach(async () => {
        await revealWords.updateOne({ _id: id }, { $setOnInsert: words }, { upsert: true });
      }),

    wordsOf: (id, org) =>
      reach(async () => {
        const found = await revealWords.findOne({ _id: id, org }).lean();
        return found === null ? undefined : Buffer.from(found.words.buffer);
      }),
  };

  /** Two at once may both find no document; one of them makes it. */
  async function begin(_id: string, day: string): Promise<void> {
    try {
      await revealDays.updateOne({ _id }, { $setOnInsert: { day, n: 0, looks: [] } }, { upsert: true });
    } catch (cause) {
      if (!isDuplicateKey(cause)) throw cause;
    }
  }
}

const dayId = ({ account, day }: Look): string => `${account}/${day}`;

const lasting = ({ subject, now }: Look) => ({ $elemMatch: { subject, until: { $gt: now } } });
