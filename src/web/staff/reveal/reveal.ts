import { dayOf } from '../../../domain/clock.ts';
import { Fault, refusal } from '../../../domain/faults.ts';
import type { AuditAct } from '../audit.ts';
import type { StaffParts } from '../parts.ts';
import { LOOK_MS, MOST_REVEALS } from './limits.ts';
import { readReason } from './reason.ts';
import type { Revealing } from './reveals.ts';

type Parts = Pick<StaffParts, 'reveals' | 'clock' | 'chance' | 'sealer'>;

/** Only a route that says `reveals` may uncover anything, so that the matrix knows all that do. */
export function revealing(
  { reveals, clock, chance, sealer }: Parts,
  route: { path: string; reveals?: true },
  { id: account, org }: { id: string; org: string },
  audit: AuditAct,
): Revealing {
  const look = (subject: string) => {
    if (route.reveals !== true)
      throw new Fault('bug', 'bad_route', `staff route ${route.path} uncovers and does not say reveals`);
    const now = clock.now();
    return { account, subject, now, day: dayOf(now) };
  };
  return {
    async reveal({ subject, ...typed }) {
      const wanted = look(subject);
      if (await reveals.isOpen(wanted)) return;
      const read = readReason(typed);
      if ('fault' in read) throw refusal(`reveal_${read.fault}`, 'Say why you need to see this.');
      const share = { ...wanted, until: wanted.now + LOOK_MS, most: MOST_REVEALS };
      const taken = await reveals.take(share);
      if (taken === 'none_left')
        throw refusal('reveal_enough', 'Twenty were uncovered today; ask a colleague.');
      if (taken === 'open') return;
      await audit('staff.revealed', subject, {
        reason: read.reason,
        ...(await kept(wanted.day, read.words)),
      });
      // Last, so that nothing is ever shown whose record could not be written.
      await reveals.open(wanted);
    },
    revealed: (subject) => reveals.isOpen(look(subject)),
  };

  async function kept(day: string, words: string | undefined): Promise<{ look?: string }> {
    if (words === undefined) return {};
    const id = chance.token(12);
    await reveals.keepWords({ id, org, day, words: sealer.seal(words, wordsPlace(id)) });
    return { look: id };
  }
}

/** Where the sealed words of a reason belong. */
export const wordsPlace = (id: string): string => `staff/reveal/${id}`;
