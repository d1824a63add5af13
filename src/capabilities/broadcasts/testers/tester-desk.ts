import type { Fingerprint } from '../../../conversation/ports.ts';
import type { Chance, Clock } from '../../../domain/clock.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { CODE_LIVES_MS, spaced } from '../../people/index.ts';
import { refused } from '../refused.ts';
import { codeKey, MOST_TESTERS, newCode, type Tester } from './tester.ts';
import type { TestersStore } from './testers-store.ts';

const CHANCE_BYTES = 16;

export interface TesterDesk {
  /** The testers of the actor's organisation. */
  all(actor: Pick<StaffContext, 'person'>): Promise<Tester[]>;
  /**
   * A code for the actor's own phone; the one before it counts no more.
   * @throws Fault `testers_full`
   */
  code(actor: Pick<StaffContext, 'person' | 'audit'>): Promise<string>;
  /** The actor receives no tests any more. */
  leave(actor: Pick<StaffContext, 'person' | 'audit'>): Promise<void>;
}

interface TesterDeskDeps {
  testers: Pick<TestersStore, 'of' | 'putCode' | 'remove'>;
  fingerprint: Fingerprint;
  chance: Chance;
  clock: Clock;
}

export const testerDesk = ({ testers, fingerprint, chance, clock }: TesterDeskDeps): TesterDesk => ({
  all: ({ person }) => testers.of(person.org),
  async code({ person, audit }) {
    const { id: account, org } = person;
    const others = (await testers.of(org)).filter((one) => one.account !== account);
    if (others.length >= MOST_TESTERS) throw refused('testers_full');
    const code = newCode(fingerprint, chance.token(CHANCE_BYTES));
    await audit('broadcasts.tester_code', `account/${account}`);
    await testers.putCode({
      ...{ account, org, code: codeKey(fingerprint, code), until: clock.now() + CODE_LIVES_MS },
    });
    return spaced(code);
  },
  async leave({ person, audit }) {
    await audit('broadcasts.tester_left', `account/${person.id}`);
    await testers.remove(person.id);
  },
});
