import { type Chance, dayOf } from '../../../domain/clock.ts';
import type { Audience } from '../../audiences/index.ts';
import type { DemoDeed } from '../../capability.ts';
import type { HistoryEntry, Texts } from '../model/broadcast.ts';
import { hashOf, samenessOf } from '../model/hash.ts';
import type { BroadcastsStore, StoredBroadcast } from '../ports.ts';

/** Two people, as ever; neither has an account. */
const AUTHOR = 'demo:redaction';
const APPROVER = 'demo:verification';
const HOUR_MS = 3_600_000;

interface Demo {
  store: Pick<BroadcastsStore, 'insert'>;
  chance: Chance;
  org: string;
  aloneUpTo: number;
}

/** One that is being written, one that has gone out, one that waits for a second person; all are marked, and none is sent. */
export function demoBroadcasts(demo: Demo, from: number, to: number): DemoDeed[] {
  const at = [from + (to - from) * 0.7, to - 3 * HOUR_MS].map(Math.round);
  const deed = (moment: number, run: () => Promise<void>): DemoDeed => ({ at: moment, run });
  return [
    deed(from, () => demo.store.insert(stored(demo, BEGUN, from, 'draft'))),
    deed(at[0] ?? to, () => demo.store.insert(stored(demo, DONE, at[0] ?? to, 'done'))),
    deed(at[1] ?? to, () => demo.store.insert(stored(demo, WAITING, at[1] ?? to, 'submitted'))),
  ];
}

interface Example {
  name: string;
  content: Texts;
  /** Absent: everybody. */
  audience?: Audience;
  urgent: boolean;
  recipients: number;
}

const BEGUN: Example = {
  name: 'Exemple : réunion à Kidal',
  content: { fr: { text: 'La réunion du cercle est reportée à dimanche, 16 h.' } },
  audience: { all: [{ field: 'region', in: ['kidal'] }] },
  urgent: false,
  recipients: 0,
};

const DONE: Example = {
  name: 'Exemple : rappel des rencontres de samedi',
  content: {
    fr: {
      text: 'Samedi à 9 h, rencontre du dialogue dans chaque cercle. Venez comme vous êtes : l’entrée est libre.',
    },
  },
  urgent: false,
  recipients: 1240,
};

const WAITING: Example = {
  name: 'Exemple : faux communiqué, message urgent',
  content: {
    fr: {
      text: 'Un faux communiqué circule depuis ce matin. Avant de partager, envoyez-le-nous avec le mot « verif ».',
    },
  },
  urgent: true,
  recipients: 0,
};

function stored(
  { chance, org, aloneUpTo }: Demo,
  { name, content, urgent, recipients, audience = { all: [] } }: Example,
  at: number,
  state: 'draft' | 'done' | 'submitted',
): Omit<StoredBroadcast, 'rev'> {
  const wanted = { content, audience, scope: {}, urgent, at: null };
  const hash = hashOf(wanted);
  const entry = (what: HistoryEntry['what'], by: string, hoursBefore: number): HistoryEntry => ({
    ...{ token: chance.token(12), what, by, hash, at: at - hoursBefore * HOUR_MS },
    ...(by === '' ? {} : { role: by === APPROVER ? 'verifier' : 'editor' }),
  });
  const begun = entry('create', AUTHOR, 3);
  const written = state === 'draft' ? [begun] : [begun, entry('submit', AUTHOR, 2)];
  return {
    ...{ _id: chance.token(12), org, name, ...wanted, state, hash, sameness: samenessOf(content) },
    ...{ author: AUTHOR, authors: [AUTHOR], alone: aloneUpTo, demo: true },
    history: state === 'done' ? [...written, entry('approve', APPROVER, 1), entry('begin', '', 1)] : written,
    ...(state === 'done' && {
      approval: { by: APPROVER, at: at - HOUR_MS, hash },
      due: at - HOUR_MS,
      admitted: { at: at - HOUR_MS, recipients, alone: false },
    }),
    ...{ changedAt: at, since: dayOf(at - 3 * HOUR_MS) },
  };
}
