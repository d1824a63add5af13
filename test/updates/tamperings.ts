import type { mongo } from 'mongoose';

export interface Tampering {
  name: string;
  run: () => Promise<void>;
  /** Puts it back as it was. */
  undo: () => Promise<void>;
}

interface Doc {
  _id: number | string;
  [field: string]: unknown;
}

/** Fields of an item that the public never sees: nobody is told anything else by changing them. */
const INSIDE = /^(rev|hash|changedAt|since|numbered|org|history|verification|authors)\b/;

/**
 * Everything somebody who writes into the database could do to the nth entry of the log, to the head beside it and to the
 * item it is of: every field changed, taken away or made something else, each document deleted, doubled or put elsewhere.
 */
export function* tamperings(db: mongo.Db, n: number): Generator<Tampering> {
  for (const [collection, _id] of [
    ['update_log', n],
    ['update_log_heads', 'log'],
    ['updates', `item-${String(n)}`],
  ] as const) {
    const docs = db.collection<Doc>(collection);
    const kept: { doc?: Doc } = {};
    const replace = (name: string, made: (doc: Doc) => Doc | undefined): Tampering => ({
      name: `${collection} ${String(_id)}: ${name}`,
      async run() {
        kept.doc = (await docs.findOne({ _id })) ?? kept.doc!;
        await docs.deleteOne({ _id });
        const doc = made(structuredClone(kept.doc));
        if (doc !== undefined) await docs.insertOne(doc);
      },
      async undo() {
        await docs.deleteMany({ $or: [{ _id }, { tampered: true }, { _id: ELSEWHERE }] });
        await docs.insertOne(kept.doc!);
      },
    });
    // A head that is gone is found with the end it stood for; the entries themselves say the rest.
    if (collection !== 'update_log_heads') yield replace('deleted', () => undefined);
    if (collection === 'update_log') {
      yield replace('moved', (doc) => ({ ...doc, _id: ELSEWHERE }));
      yield replace('with a field more', (doc) => ({ ...doc, tampered: true }));
    }
    for (const path of PATHS[collection] ?? [])
      for (const [how, made] of CHANGES)
        yield replace(`${path} ${how}`, (doc) => {
          change(doc, path.split('.'), made);
          return doc;
        });
  }
}

const ELSEWHERE = 900_000;
/** Where no other document is. */
const FURTHER = 5000;

const TEXT = ['title', 'first', 'second', 'audio'];
const CONTENT = [
  ...['date', 'place', 'theme', 'tier', 'funding', 'reviewBy', 'source.title', 'source.url', 'source.sha256'],
  ...TEXT.flatMap((part) => [`texts.fr.${part}`, `texts.bm.${part}`]),
];
const PATHS: Record<string, readonly string[]> = {
  update_log: [
    ...['prev', 'hash', 'key', 'signature', 'demo'],
    ...['v', 'kind', 'number', 'version', 'at', 'reason', 'author', 'verifier'].map(
      (field) => `statement.${field}`,
    ),
    ...['statement.publisher.id', 'statement.publisher.name'],
    ...CONTENT.map((field) => `statement.content.${field}`),
  ],
  update_log_heads: ['seq', 'hash'],
  updates: [
    ...['state', 'number.n', 'number.year', 'publication.version'].filter((field) => !INSIDE.test(field)),
    ...CONTENT.map((field) => `content.${field}`),
  ],
};

type Made = (held: unknown) => unknown;
/** A byte more, another kind of value, or none at all. */
const CHANGES: readonly (readonly [string, Made])[] = [
  [
    'changed',
    (held) =>
      typeof held === 'number' ? held + FURTHER : typeof held === 'boolean' ? !held : `${String(held)}x`,
  ],
  ['made a list', (held) => [held]],
  ['taken away', () => undefined],
];

function change(doc: Record<string, unknown>, [field = '', ...rest]: readonly string[], made: Made): void {
  if (rest.length > 0) {
    change(doc[field] as Record<string, unknown>, rest, made);
    return;
  }
  const held = made(doc[field]);
  if (held === undefined) Reflect.deleteProperty(doc, field);
  else doc[field] = held;
}
