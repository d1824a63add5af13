import { placeOf, sameHands, type StaffParts } from '../../web/staff/index.ts';

/** What capabilities ask about colleagues' accounts. */
export interface Colleagues {
  /** Names are sealed with their accounts; whoever has none any more is named by nobody. */
  staffName: (account: string) => Promise<string | undefined>;
  /** Whether one account alone could be both of these: then they are no two people (T21). */
  sameHands: (one: string, other: string) => Promise<boolean>;
}

export const colleaguesOf = ({ accounts, sealer, clock }: StaffParts): Colleagues => ({
  async staffName(account) {
    const found = await accounts.byId(account);
    return found === undefined ? undefined : sealer.open(found.name, placeOf('name', account));
  },
  sameHands: (one, other) => sameHands(accounts, one, other, clock.now()),
});
