import { trusted } from 'mongoose';
import { refusal } from '../../domain/faults.ts';
import { isDuplicateKey } from '../../store/durable.ts';
import { isStaffLang } from '../../web/kit/index.ts';
import type { AccountChange, Given, StaffAccount, StaffAccounts } from '../../web/staff/index.ts';
import type { StaffModels } from './models-store.ts';
import { keysIn, readKeys, type StoredKey } from './keys-store.ts';
import { reach } from './reach.ts';

/** Staff accounts in MongoDB. Who they belong to is sealed; nothing here can be read without the keyring. */
export function staffAccounts({ accounts }: StaffModels): StaffAccounts {
  return {
    any: () => reach(async () => (await accounts.exists({})) !== null),

    byEmail: (emailKey) => reach(async () => readOne(await accounts.findOne({ emailKey }).lean())),

    byId: (id) => reach(async () => readOne(await accounts.findById(id).lean())),

    add: ({ id, regions, madeBy, ...account }) =>
      reach(async (again) => {
        const lists = { ...(regions && { regions: [...regions] }), ...(madeBy && { madeBy: [...madeBy] }) };
        try {
          await accounts.create({ _id: id, ...account, ...lists });
        } catch (cause) {
          if (!isDuplicateKey(cause)) throw cause;
          // Ids are random: ours being there means that the first try, whose answer was lost, had worked.
          if (again && (await accounts.exists({ _id: id })) !== null) return;
          throw refusal('email_taken', 'This e-mail address has an account already.');
        }
      }),

    // A repetition after a lost answer finds the step spent and says no: the person types the next code.
    useTotpStep: (id, step) =>
      reach(async () => {
        const filter = { _id: id, totpStep: trusted({ $lt: step }) };
        return (await accounts.updateOne(filter, { $set: { totpStep: step } })).modifiedCount === 1;
      }),

    ...keysIn({ accounts }),

    setPassword: (id, passwordHash) =>
      reach(async () => {
        await accounts.updateOne({ _id: id }, { $set: { passwordHash } });
      }),

    ofOrg: (org) => reach(async () => (await accounts.find({ org }).lean()).map(read)),

    speak: (id, lang) =>
      reach(async () => {
        await accounts.updateOne({ _id: id }, { $set: { lang } });
      }),

    change: (id, to) =>
      reach(async () => {
        await accounts.db.transaction(async (session) => {
          const account = await accounts.findById(id, {}, { session }).lean();
          if (account === null) throw refusal('not_found', 'There is no such account.');
          if (account.role === 'admin' && account.suspended !== true && !staysAdmin(to)) {
            // A write, not a count: two administrators who remove each other collide here, and one of them is refused.
            const others = {
              org: account.org,
              role: 'admin' as const,
              suspended: trusted({ $ne: true }),
              _id: trusted({ $ne: id }),
            };
            const counted = await accounts.updateMany(others, { $inc: { turn: 1 } }, { session });
            if (counted.matchedCount === 0)
              throw refusal('last_admin', 'An organisation keeps at least one administrator.');
          }
          await accounts.updateOne({ _id: id }, updateOf(to), { session });
        });
      }),

    replaceCredentials: (id, fresh, given) =>
      reach(async () => {
        const $unset = { keys: 1, keyWantedSince: 1 };
        await accounts.updateOne(
          { _id: id },
          given === undefined
            ? { $set: fresh, $unset: { ...$unset, madeBy: 1, resets: 1 } }
            : { $set: fresh, $unset, $push: { resets: newest(given) } },
        );
      }),
  };
}

/** More than anyone loses a phone in a month; who fills the list stands in it themselves. */
const MOST_RESETS = 30;
const newest = ({ by, at }: Given) => ({ $each: [{ by: [...by], at: new Date(at) }], $slice: -MOST_RESETS });

/** As the driver brings it: its Binary where the account has bytes. */
type Stored = Omit<
  StaffAccount,
  'id' | 'suspended' | 'lang' | 'regions' | 'keys' | 'keyWantedSince' | 'madeBy' | 'resets' | BytesField
> & {
  _id: string;
  suspended?: boolean | null;
  regions?: string[] | null;
  keys?: StoredKey[] | null;
  keyWantedSince?: Date | null;
  lang?: string | null;
  madeBy?: string[] | null;
  resets?: { by: string[]; at: Date }[] | null;
  turn?: number | null;
} & Record<BytesField, Bytes>;
type BytesField = 'emailKey' | 'email' | 'name' | 'totp';
type Bytes = { buffer: Uint8Array };

const readOne = (found: Stored | null): StaffAccount | undefined =>
  found === null ? undefined : read(found);

function read(found: Stored): StaffAccount {
  const { _id: id, emailKey, email, name, totp, suspended, lang, regions, keys, keyWantedSince } = found;
  const { passwordHash, totpStep, role, org, madeBy, resets } = found;
  return {
    ...{ passwordHash, totpStep, role, org },
    ...(suspended === true ? { suspended } : {}),
    ...(isStaffLang(lang) ? { lang } : {}),
    ...(regions ? { regions } : {}),
    keys: readKeys(keys),
    ...(keyWantedSince == null ? {} : { keyWantedSince: keyWantedSince.getTime() }),
    ...(madeBy ? { madeBy } : {}),
    ...(resets ? { resets: resets.map(({ by, at }) => ({ by, at: at.getTime() })) } : {}),
    id,
    emailKey: bytes(emailKey),
    email: bytes(email),
    name: bytes(name),
    totp: bytes(totp),
  };
}

const staysAdmin = (to: AccountChange): boolean => ('role' in to ? to.role === 'admin' : !to.suspended);

function updateOf(to: AccountChange) {
  if ('suspended' in to) return to.suspended ? { $set: { suspended: true } } : { $unset: { suspended: 1 } };
  const { role, regions } = to;
  // A new role begins a new week for the key it may owe.
  const $unset = { keyWantedSince: 1 };
  return regions === undefined
    ? { $set: { role }, $unset: { ...$unset, regions: 1 } }
    : { $set: { role, regions: [...regions] }, $unset };
}

const bytes = ({ buffer }: Bytes): Buffer => Buffer.from(buffer);
