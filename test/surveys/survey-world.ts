import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import mongoose, { type mongo } from 'mongoose';
import { openCollections } from '../../src/store/collections.ts';
import { type SurveyOutline, type Surveys, surveys } from '../../src/capabilities/surveys/index.ts';
import type {
  EffectContext,
  EffectItem,
  Fingerprint,
  Sealer,
  Speaker,
} from '../../src/conversation/ports.ts';
import { Fault } from '../../src/domain/faults.ts';
import type { Value } from '../../src/engine/types.ts';
import { testDatabase } from '../mongo/database.ts';
import { NO_SHARING } from '../staff/no-sharing.ts';

/** Five questions, one of each type. */
export const PAIX: SurveyOutline = {
  id: 'sondage-paix',
  flow: 'sondage-paix',
  questions: [
    { key: 'priorite', type: 'choice', choices: ['securite', 'eau', 'ecole', 'ne_sait_pas'] },
    { key: 'age', type: 'number', choices: [] },
    { key: 'idee', type: 'text', choices: [] },
    { key: 'lieu', type: 'place', choices: [] },
    { key: 'reunion', type: 'yes_no', choices: [] },
  ],
};

type SurveyEffect = 'surveys.answer' | 'surveys.ended' | 'surveys.withdrawal';

export interface SurveyWorld {
  db: mongo.Db;
  surveys: Surveys;
  fingerprint: Fingerprint;
  /** Commands sent to MongoDB since the last call, oldest first. */
  commands(): Record<string, unknown>[];
  apply(items: readonly EffectItem[], effect?: SurveyEffect): Promise<void>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** The capability on a database of its own. */
export async function surveyWorld(
  outlines: readonly SurveyOutline[] = [PAIX],
  asked?: ReadonlyMap<string, SurveyOutline['questions']>,
): Promise<SurveyWorld> {
  const database = await testDatabase();
  const connection = await mongoose
    .createConnection(database.uri, { monitorCommands: true, autoIndex: false })
    .asPromise();
  const db = connection.getClient().db(database.name);
  const seen: Record<string, unknown>[] = [];
  let drawn = 0;
  connection.getClient().on('commandStarted', ({ command }) => seen.push(command as Record<string, unknown>));
  const capability = surveys({
    db,
    fingerprint,
    sealer,
    speaker,
    placeName,
    outlines: () => outlines,
    asked: async (_flow, hashes) => new Map([...(asked ?? [])].filter(([hash]) => hashes.includes(hash))),
    lastDays: async () => new Map(),
    clock: { now: () => 0 },
    chance: { token: () => `id${String((drawn += 1))}` },
    sameHands: async (one, other) => one.startsWith('twin') && other.startsWith('twin'),
    staffName: async () => undefined,
    sent: async () => null,
    owner: 'campagne',
    walls: NO_SHARING,
    rehearsal: false,
  });
  await openCollections(db, capability.collections);
  return {
    db,
    surveys: capability,
    fingerprint,
    commands: () => seen.splice(0),
    async apply(items, effect = 'surveys.answer') {
      await capability.effects.find(({ name }) => name === effect)!.apply(items);
    },
    async empty() {
      await Promise.all(capability.collections.map(({ name }) => db.collection(name).deleteMany({})));
    },
    async close() {
      await database.drop();
      await connection.close();
    },
  };
}

const SECRET = randomBytes(32);

/** As the store's: one key a purpose, a length before each part. */
const fingerprint: Fingerprint = (purpose, ...parts) => {
  const mac = createHmac('sha256', createHmac('sha256', SECRET).update(purpose).digest());
  for (const part of parts) mac.update(`${Buffer.byteLength(part)}:`).update(part);
  return mac.digest();
};

const sealer: Sealer = {
  seal(plain, place) {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', SECRET, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  },
  open(sealed, place) {
    try {
      const decipher = createDecipheriv('aes-256-gcm', SECRET, sealed.subarray(0, 12));
      decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(12, 28));
      return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
    } catch (cause) {
      throw new Fault('bug', 'sealed_unreadable', 'does not open', { cause });
    }
  },
};

/** Says the key itself, so that a test sees which text a page asked for. */
const speaker: Speaker = {
  languages: ['fr', 'bm'],
  fallback: 'fr',
  say: (lang, { flow, key }) => `${lang}:${flow}:${key}`,
};

const placeName = (slug: string): string | undefined =>
  ({ bamako: 'District de Bamako', gao: 'Gao', segou: 'Ségou' })[slug];

interface AnswerOf {
  person?: string;
  conversation?: string;
  survey?: string;
  question?: string;
  type?: string;
  value?: Value;
  rev?: number;
  day?: string;
  channel?: string;
  lang?: string;
}

/** An effect as a turn orders it: its id follows from the conversation and its revision. */
export function buildAnswer(of: AnswerOf = {}): EffectItem {
  const rev = of.rev ?? 1;
  const context = buildContext(of);
  const [survey, question] = [of.survey ?? PAIX.id, of.question ?? 'priorite'];
  return {
    id: fingerprint('effect', context.conversation, String(rev), question),
    rev,
    context,
    params: { survey, hash: 'h1', question, type: of.type ?? 'choice', value: of.value ?? 'eau' },
  };
}

export function buildEnding(of: AnswerOf & { complete?: boolean } = {}): EffectItem {
  const { rev = 1, complete = true, survey = PAIX.id } = of;
  const context = buildContext(of);
  return {
    id: fingerprint('effect', context.conversation, String(rev)),
    rev,
    context,
    params: { survey, complete },
  };
}

const buildContext = ({ person = 'p1', conversation, day, channel, lang }: AnswerOf): EffectContext => ({
  person,
  conversation: conversation ?? `talk-of-${person}`,
  channel: channel ?? 'web',
  address: `address-of-${person}`,
  lang: lang ?? 'fr',
  day: day ?? '2026-03-01',
});
