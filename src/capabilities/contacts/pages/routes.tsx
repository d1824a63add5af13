import { eachLang } from '../../../web/kit/index.ts';
import {
  csvFile,
  flashesIn,
  type Role,
  type StaffAnswer,
  type StaffContext,
  type StaffRoute,
} from '../../../web/staff/index.ts';
import type { ContactsDesk } from '../imports/desk.ts';
import type { ContactImport } from '../imports/import.ts';
import type { ImportsStore } from '../imports/imports-store.ts';
import type { ProofsStore } from '../imports/proofs-store.ts';
import { FileRefused } from '../reading/contact.ts';
import { DetailPage } from './detail-page.tsx';
import { ListPage } from './list-page.tsx';
import { importPath } from './page.ts';
import { CONTACTS } from './texts.ts';
import type { ContactsTexts } from './texts.fr.ts';

/** Whoever decides that people are written to who never wrote answers for the house. */
const ADMINS: readonly Role[] = ['admin'];
/** 100,000 rows with a paragraph of wording each. It is read in memory, one a form. */
const LARGEST_FILE = 32 * 1024 * 1024;
/** What browsers call such files; what one is shows in its bytes. */
const TYPES = [
  ...['text/csv', 'text/plain', 'text/tab-separated-values', 'application/csv', 'application/vnd.ms-excel'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ...['application/zip', 'application/octet-stream'],
];

export interface ContactPagesDeps {
  desk: ContactsDesk;
  imports: ImportsStore;
  proofs: Pick<ProofsStore, 'count'>;
  channels: readonly string[];
}

/** Checking a file, bringing who stands in it, and undoing that: for administrators, each step under their name (B12). */
export function contactRoutes(deps: ContactPagesDeps): StaffRoute[] {
  const { desk, imports } = deps;
  const list = async (ctx: StaffContext, status = 200, refused?: string): Promise<StaffAnswer> => {
    const page = {
      ...{ ctx, texts: CONTACTS[ctx.frame.lang], channels: deps.channels },
      imports: await imports.list(ctx.person.org),
      ...(refused !== undefined && { refused }),
    };
    return { kind: 'page', status, page: <ListPage page={page} /> };
  };
  const detail = async (
    ctx: StaffContext,
    made: ContactImport,
    status = 200,
    refused?: string,
  ): Promise<StaffAnswer> => {
    const page = {
      ...{ ctx, texts: CONTACTS[ctx.frame.lang], channels: deps.channels, made },
      brought: await deps.proofs.count(made.id),
      ...(refused !== undefined && { refused }),
    };
    const answer = { kind: 'page', status, page: <DetailPage page={page} /> } as const;
    return made.state === 'running' || made.state === 'undoing' ? { ...answer, again: 3 } : answer;
  };
  const found = async (ctx: StaffContext, id: string): Promise<ContactImport | undefined> => {
    const made = await imports.find(id);
    return made?.org === ctx.person.org ? made : undefined;
  };
  const deed = (
    name: 'bring' | 'undo' | 'drop',
    action: string,
    flash: keyof ContactsTexts['flashes'],
    how: Pick<StaffRoute, 'confirm'>,
  ): StaffRoute => ({
    ...{ method: 'post', path: `/contacts/:import/${name}`, roles: ADMINS, house: true, ...how },
    async act(ctx) {
      const { errors } = CONTACTS[ctx.frame.lang];
      const made = await found(ctx, ctx.params['import'] ?? '');
      if (made === undefined) return list(ctx, 404, errors.not_here);
      if (!ALLOWED[name].includes(made.state)) return detail(ctx, made, 409, errors.changed);
      await ctx.audit(action, `contacts/${made.id}`, { rows: made.good });
      const done = await { bring: desk.start, undo: desk.undo, drop: desk.drop }[name](made.id);
      if (!done) return detail(ctx, (await found(ctx, made.id)) ?? made, 409, errors.changed);
      return { kind: 'see_other', to: importPath(made.id), flash };
    },
  });
  return [
    {
      ...{ method: 'get', path: '/contacts', roles: ADMINS, house: true },
      nav: {
        ...{ order: 48, under: 'people' },
        label: eachLang(CONTACTS, ({ menu }) => menu),
        about: eachLang(CONTACTS, ({ about }) => about),
      },
      flashes: flashesIn('success', CONTACTS, ({ flashes }) => flashes),
      async render(ctx) {
        const id = ctx.query.get('import');
        if (id === null) return list(ctx);
        const made = await found(ctx, id);
        if (made === undefined) return list(ctx, 404, CONTACTS[ctx.frame.lang].errors.not_here);
        return ctx.query.get('format') === 'csv'
          ? faultsFile(made, CONTACTS[ctx.frame.lang])
          : detail(ctx, made);
      },
    },
    {
      ...{ method: 'post', path: '/contacts', roles: ADMINS, house: true },
      upload: { field: 'file', maxBytes: LARGEST_FILE, types: TYPES },
      async act(ctx) {
        const texts = CONTACTS[ctx.frame.lang];
        const channel = deps.channels.find((each) => each === ctx.form['channel']);
        if (channel === undefined) return list(ctx, 400, texts.errors.bad_channel);
        const { file } = ctx;
        if (file === undefined) return list(ctx, 400, texts.errors.no_file);
        const { id: by, org } = ctx.person;
        try {
          const made = await desk.check(() => pieces(file.bytes), { org, by, channel });
          await ctx.audit('contacts.checked', `contacts/${made.id}`, { rows: made.rows, good: made.good });
          return { kind: 'see_other', to: importPath(made.id) };
        } catch (cause) {
          if (!(cause instanceof FileRefused)) throw cause;
          return list(ctx, 400, texts.files[cause.reason](cause.at));
        }
      },
    },
    deed('bring', 'contacts.imported', 'started', { confirm: 'with_key' }),
    deed('undo', 'contacts.undone', 'undoing', { confirm: 'with_key' }),
    deed('drop', 'contacts.dropped', 'dropped', {}),
  ];
}

const ALLOWED: Readonly<Record<'bring' | 'undo' | 'drop', readonly ContactImport['state'][]>> = {
  bring: ['checked', 'running'],
  undo: ['running', 'done', 'undoing'],
  drop: ['checked'],
};

/** Which rows were left out and why: a row is found again by its number, and no number of anybody leaves. */
function faultsFile({ id, faults }: ContactImport, texts: ContactsTexts): StaffAnswer {
  const rows = faults.map(({ row, column, reason }) => [
    String(row),
    texts.fields[column],
    texts.reasons[reason],
  ]);
  return csvFile(`contacts-${id}.csv`, [texts.faultHeads, ...rows]);
}

const PIECE = 64 * 1024;

/** As a file would be read. */
async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
