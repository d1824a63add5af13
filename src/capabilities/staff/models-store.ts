/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment --
   Mongoose types the options of a path as a class, and documents that plain objects are what it expects. */
import { type Connection, Schema } from 'mongoose';
import { ROLES } from '../../web/staff/index.ts';

/** Collections and indexes are made from `collections.ts`; an unknown field is a bug, not something to drop quietly. */
const RULES = { versionKey: false, autoIndex: false, autoCreate: false, strict: 'throw' } as const;

/** The models of the staff frame on one connection. Written types are the schema's; see the stores for the meaning. */
export const staffModels = (connection: Connection) => ({
  accounts: connection.model('StaffAccount', account),
  sessions: connection.model('StaffSession', session),
  setupLinks: connection.model('StaffSetupLink', setupLink),
  failures: connection.model('StaffSignInFailure', failure),
  challenges: connection.model('StaffSpentChallenge', spentChallenge),
  revealDays: connection.model('StaffRevealDay', revealDay),
  revealWords: connection.model('StaffRevealWords', revealWords),
});

export type StaffModels = ReturnType<typeof staffModels>;

const account = new Schema(
  {
    _id: { type: String, required: true },
    emailKey: { type: Buffer, required: true },
    email: { type: Buffer, required: true },
    name: { type: Buffer, required: true },
    passwordHash: { type: String, required: true },
    totp: { type: Buffer, required: true },
    totpStep: { type: Number, required: true },
    role: { type: String, required: true, enum: ROLES },
    org: { type: String, required: true },
    // No list where none is set: only a coordinator has regions.
    regions: { type: [String], default: undefined },
    suspended: Boolean,
    lang: String,
    keys: {
      type: [
        new Schema(
          {
            ref: { type: String, required: true },
            sealed: { type: Buffer, required: true },
            counter: { type: Number, required: true },
            addedAt: { type: Date, required: true },
            usedAt: Date,
          },
          { _id: false, strict: 'throw' },
        ),
      ],
      default: undefined,
    },
    keyWantedSince: Date,
    madeBy: { type: [String], default: undefined },
    resets: {
      type: [
        new Schema(
          { by: { type: [String], required: true }, at: { type: Date, required: true } },
          { _id: false, strict: 'throw' },
        ),
      ],
      default: undefined,
    },
    /** Counted up with each change of who administers, so that two at once collide. */
    turn: Number,
  },
  { ...RULES, collection: 'staff_accounts' },
);

const session = new Schema(
  {
    _id: { type: Buffer, required: true },
    account: { type: String, required: true },
    openedAt: { type: Date, required: true },
    seenAt: { type: Date, required: true },
    wakeAt: { type: Date, required: true },
    confirmedAt: { type: Date, required: true },
    keyAt: Date,
  },
  { ...RULES, collection: 'staff_sessions' },
);

const setupLink = new Schema(
  {
    _id: { type: String, required: true },
    key: { type: Buffer, required: true },
    /** Absent in links of a version that knew the first organisation only. */
    org: String,
    expiresAt: { type: Date, required: true },
  },
  { ...RULES, collection: 'staff_setup_links' },
);

const failure = new Schema(
  {
    _id: { type: Buffer, required: true },
    count: { type: Number, required: true },
    last: { type: Date, required: true },
  },
  { ...RULES, collection: 'staff_sign_in_failures' },
);

const spentChallenge = new Schema(
  {
    _id: { type: Buffer, required: true },
    until: { type: Date, required: true },
  },
  { ...RULES, collection: 'staff_spent_challenges' },
);

const revealDay = new Schema(
  {
    /** `<account>/<day>`. */
    _id: { type: String, required: true },
    day: { type: String, required: true },
    n: { type: Number, required: true },
    looks: {
      type: [new Schema({ subject: String, until: Number, open: Boolean }, { _id: false, strict: 'throw' })],
      required: true,
    },
  },
  { ...RULES, collection: 'staff_reveals' },
);

const revealWords = new Schema(
  {
    _id: { type: String, required: true },
    org: { type: String, required: true },
    day: { type: String, required: true },
    words: { type: Buffer, required: true },
  },
  { ...RULES, collection: 'staff_reveal_words' },
);
