import { z } from 'zod';
import type { CallKind, Fingerprint, Sealer } from '../../../conversation/ports.ts';
import { type Clock, dayOf } from '../../../domain/clock.ts';
import { readCode, trierKey, type TriesStore } from '../../people/index.ts';
import { TESTER } from './names.ts';
import { claimKey, codeKey, MOST_TESTERS, sealReach, whoKey } from './tester.ts';
import type { TestersStore } from './testers-store.ts';

export interface TesterCallDeps {
  testers: Pick<TestersStore, 'claim' | 'put' | 'of'>;
  /** Counted together with the codes that join accounts. */
  tries: Pick<TriesStore, 'take'>;
  fingerprint: Fingerprint;
  sealer: Sealer;
  clock: Clock;
}

/**
 * Uses the code a member of staff reads on their own page: from then on tests come into this talk. `result`: `pris`;
 * `plein`: there are as many testers as may be; `inconnu`, also for one that is used or too old; `trop`: too many tries.
 */
export const testerCall = ({ testers, tries, fingerprint, sealer, clock }: TesterCallDeps): CallKind => ({
  name: TESTER,
  kind: 'claims',
  params: z.strictObject({ code: z.string().max(64) }),
  async run({ code }, { person, conversation, channel, claim }) {
    const now = clock.now();
    const claimed = claimKey(fingerprint, conversation, claim);
    if (!(await tries.take(trierKey(fingerprint, conversation), claimed, now))) return { result: 'trop' };
    const typed = readCode(String(code));
    if (typed === null) return { result: 'inconnu' };
    const used = await testers.claim(codeKey(fingerprint, typed), claimed, now);
    if (used === undefined) return { result: 'inconnu' };
    const { account, org } = used;
    const others = (await testers.of(org)).filter((one) => one.account !== account);
    if (others.length >= MOST_TESTERS) return { result: 'plein' };
    const reach = sealReach(sealer, account, conversation);
    await testers.put({ account, org, channel, reach, day: dayOf(now) }, whoKey(fingerprint, person));
    return { result: 'pris' };
  },
});
