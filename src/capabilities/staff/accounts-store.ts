import { trusted } from 'mongoose';
import { refusal } from '../../domain/faults.ts';
import { isDuplicateKey } from '../../store/durable.ts';
import type { StaffAccount, StaffAccounts } from '../../web/staff/index.ts';
import type { StaffModels } from './models-store.ts';
import { reach } from './reach.ts';

/** Staff accounts in MongoDB. Who they belong to is sealed; nothing here can be read without the keyring. */
export function staffAccounts({ accounts }: StaffModels): StaffAccounts {
  return {
    any: () => reach(async () => (await accounts.exists({})) !== null),

    byEmail: (emailKey) => reach(async () => read(await accounts.findOne({ emailKey }).lean())),

    byId: (id) => reach(async () => read(await accounts.findById(id).lean())),

    add: ({ id, ...account }) =>
      reach(async (again) => {
        try {
          await accounts.create({ _id: id, ...account });
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

    replaceCredentials: (id, fresh) =>
      reach(async () => {
        await accounts.updateOne({ _id: id }, { $set: fresh });
      }),
  };
}

/** As the driver brings it: its Binary where the account has bytes. */
type Stored = Omit<StaffAccount, 'id' | BytesField> & { _id: string } & Record<BytesField, Bytes>;
type BytesField = 'emailKey' | 'email' | 'name' | 'totp';
type Bytes = { buffer: Uint8Array };

function read(found: Stored | null): StaffAccount | undefined {
  if (found === null) return undefined;
  const { _id: id, emailKey, email, name, totp, ...rest } = found;
  return {
    ...rest,
    id,
    emailKey: bytes(emailKey),
    email: bytes(email),
    name: bytes(name),
    totp: bytes(totp),
  };
}

const bytes = ({ buffer }: Bytes): Buffer => Buffer.from(buffer);
