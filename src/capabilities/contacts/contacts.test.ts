import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeExcel from 'write-excel-file/node';
import { bringing } from '../../app/bring-contact.ts';
import { pagesRooms } from '../../../test/audiences/pages-rooms.ts';
import { testStore, type TestStore } from '../../../test/universe/store.ts';
import { realChance, testClock } from '../../../test/universe/time.ts';
import type { Due } from '../../schedule/due-dates.ts';
import { openCollections } from '../../store/collections.ts';
import { renderPage } from '../../web/kit/index.ts';
import { FIRST_ORG, type StaffAnswer, type StaffContext } from '../../web/staff/index.ts';
import { audiences, type AudiencesCapability, EVERYBODY } from '../audiences/index.ts';
import { FileRefused, type ReadDeps, readContacts } from './index.ts';
import { contacts, type Contacts } from './index.ts';
import { phoneOf } from './reading/phone.ts';

const HEADS = 'Téléphone;Nom;Langue;Lieu;Étiquettes;Date;Source;Texte';
const row = (
  change: Partial<Record<'phone' | 'lang' | 'place' | 'labels' | 'date' | 'source' | 'wording', string>> = {},
) => {
  const all = {
    ...{
      phone: '70 00 00 01',
      lang: 'français',
      place: 'Ségou',
      labels: 'jeunes|Radio Ségou',
      date: '02/11/2026',
    },
    ...{ source: 'Formulaire', wording: 'Oui, écrivez-moi', ...change },
  };
  return [all.phone, 'Awa', all.lang, all.place, all.labels, all.date, all.source, all.wording].join(';');
};
const bytesOf = (text: string | Buffer, piece = 7) =>
  async function* () {
    const all = Buffer.from(text as string);
    for (let at = 0; at < all.length; at += piece) yield all.subarray(at, at + piece);
  };
const DEPS: ReadDeps = {
  today: '2026-11-21',
  placeOf: (words) => (words === 'Ségou' ? 'segou' : undefined),
  known: async (phones) =>
    phones.map((phone) => (phone.endsWith('99') ? 'stopped' : phone.endsWith('98') ? 'erased' : undefined)),
};
async function read(text: string | Buffer, piece?: number) {
  const pages = { contacts: [] as unknown[], faults: [] as string[], rows: 0 };
  for await (const page of readContacts(bytesOf(text, piece), DEPS)) {
    pages.contacts.push(...page.contacts);
    pages.faults.push(
      ...page.faults.map(({ row: at, column, reason }) => `${String(at)} ${column} ${reason}`),
    );
    pages.rows += page.rows;
  }
  return pages;
}
const AWA = {
  ...{ phone: '+22370000001', lang: 'fr', place: 'segou', labels: ['jeunes', 'radio-segou'] },
  proof: { day: '2026-11-02', source: 'Formulaire', wording: 'Oui, écrivez-moi' },
};

describe('B12: a file of contacts is read', () => {
  it.each([
    ['70000001', '+22370000001'],
    ['70 00 00 01', '+22370000001'],
    ['70.00.00.01', '+22370000001'],
    ['22370000001', '+22370000001'],
    ['+223 70 00 00 01', '+22370000001'],
    ['0022370000001', '+22370000001'],
    ["'70000001", '+22370000001'],
    ['７０００００01', '+22370000001'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ...[
      '7000000',
      '700000011',
      '10000001',
      '+22310000001',
      '2,2370E+10',
      '=70000001',
      '+',
      'awa',
      '70000001;',
      '+0123456789',
    ].map((each): [string, undefined] => [each, undefined]),
  ])('a number: %s', (typed, number) => expect(phoneOf(typed)).toBe(number));

  it('the same in UTF-8 with and without its mark, UTF-16 and Windows-1252, with ; , and tab, quoted or not, in pieces of any size', async () => {
    const text = `${HEADS}\r\n${row()}\r\n`;
    const utf16 = Buffer.from(`\u{FEFF}${text}`, 'utf16le');
    const files: (string | Buffer)[] = [
      ...[text, `\u{FEFF}${text}`, text.replaceAll(';', ','.replace(',', '\t')), text.replaceAll('\r', '')],
      text.replace('Oui, écrivez-moi', '"Oui, écrivez-moi"'),
      ...[utf16, Buffer.from(utf16).swap16(), Buffer.from(text, 'latin1')],
    ];
    for (const file of files)
      for (const piece of [1, 4096])
        expect(await read(file, piece)).toEqual({ contacts: [AWA], faults: [], rows: 1 });
    const commas = `${HEADS.replaceAll(';', ',')}\n${row({ wording: '"Oui, ""écrivez"";\n moi"' }).replaceAll(';', ',').replace('"",', '"";')}`;
    expect((await read(commas)).contacts).toEqual([
      { ...AWA, proof: { ...AWA.proof, wording: 'Oui, "écrivez";\n moi' } },
    ]);
  });

  it('a workbook too; its dates and numbers as they were meant', async () => {
    const cells = [
      HEADS.split(';').map((value) => ({ value })),
      [
        70000001,
        'Awa',
        'français',
        'Ségou',
        'jeunes|Radio Ségou',
        new Date(Date.UTC(2026, 10, 2)),
        'Formulaire',
        'Oui, écrivez-moi',
      ].map((value) => (value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : { value })),
    ];
    const file = await writeExcel(cells as never).toBuffer();
    expect(await read(file, 65_536)).toEqual({ contacts: [AWA], faults: [], rows: 1 });
  });

  it('each row that is refused says where and why, and says nothing of whom', async () => {
    const rows = [
      row({ phone: '' }),
      row({ phone: '12' }),
      row(),
      row(),
      row({ phone: '70000002', lang: 'klingon' }),
      row({ phone: '70000002', lang: '__proto__' }),
      row({ phone: '70000002', place: 'Paris' }),
      row({ phone: '70000002', labels: '=cmd()' }),
      row({ phone: '70000002', date: '' }),
      row({ phone: '70000002', date: '31/02/2026' }),
      row({ phone: '70000002', date: '22/11/2026' }),
      row({ phone: '70000002', source: ' ' }),
      row({ phone: '70000002', wording: '' }),
      row({ phone: '70000002', wording: 'x'.repeat(1001) }),
      row({ phone: '70000099' }),
      row({ phone: '70000098' }),
      '',
      row({ phone: '70000003', lang: '', place: '', labels: '' }),
    ];
    const { contacts: good, faults } = await read([HEADS, ...rows].join('\n'));
    expect(good).toEqual([AWA, { phone: '+22370000003', labels: [], proof: AWA.proof }]);
    expect(faults).toEqual([
      '2 phone no_phone',
      '3 phone bad_phone',
      '5 phone twice',
      '6 lang bad_lang',
      '7 lang bad_lang',
      '8 place bad_place',
      '9 labels bad_labels',
      '10 date no_date',
      '11 date bad_date',
      '12 date future_date',
      '13 source no_source',
      '14 wording no_wording',
      '15 wording too_long',
      '16 phone stopped',
      '17 phone erased',
    ]);
    expect(faults.join()).not.toContain('7000');
  });

  it.each([
    ['empty', '', 'empty'],
    ['a NUL', `${HEADS}\n${row()}\0`, 'not_a_table'],
    ['no proof', 'Téléphone;Nom\n70000001;Awa', 'column_missing date'],
    ['a head twice', `${HEADS};Date\n${row()};x`, 'column_twice date'],
    ['a quote that is not closed', `${HEADS}\n"70000001;${row()}`, 'quote_open 2'],
    ['a column of 10 MB', `${HEADS}\n${'7'.repeat(10_000_000)}`, 'cell_too_long 2'],
    ['an open quote before 10 MB', `${HEADS}\n"${'7;\n'.repeat(3_000_000)}`, 'quote_open 2'],
    ['61 columns', `${HEADS}\n${';'.repeat(61)}`, 'too_many_columns 2'],
    ['an archive that is no workbook', Buffer.from('PK\u{3}\u{4}nothing'), 'not_a_table'],
  ])('a file is refused as a whole: %s', async (_, file, reason) => {
    const refused = await read(file, 65_536).catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(FileRefused);
    const { reason: is, at } = refused as FileRefused;
    expect(`${is} ${at}`.trim()).toBe(reason);
  });
});

describe('B12: contacts are brought, once each, with their proof', () => {
  const clock = testClock();
  let store: TestStore;
  let capability: Contacts;
  let house: AudiencesCapability;
  let dues: Due[];
  let audited: string[];
  /** What other capabilities were told of who came. */
  let noticed: { person: string; place?: unknown }[];
  let erased: string[];
  let told: Promise<unknown> = Promise.resolve();

  beforeAll(async () => {
    [dues, audited, noticed, erased] = [[], [], [], []];
    store = await testStore({ clock });
    const { conversations, people } = store;
    house = audiences({
      ...pagesRooms,
      ...{ fingerprint: store.keyring.fingerprint, sealer: store.keyring.sealer },
      ...{ db: store.connection.db!, clock, smallest: 1 },
      ...{ rules: { windowed: [], waiting: [] }, nameOf: (_field, value) => value },
    });
    capability = contacts({
      db: store.connection.db!,
      ...{ fingerprint: store.keyring.fingerprint, sealer: store.keyring.sealer, clock, chance: realChance },
      dues: {
        set: async (due) => void dues.push(due),
        cancel: async () => undefined,
        change: async () => undefined,
      },
      rooms: {
        ...bringing({
          ...{ conversations, clock, fallback: 'fr', kinds: () => house.effects },
          idOf: (address) => conversations.idOf(address),
          addressOf: (channel, phone) => ({ channel, account: '36000', user: phone }),
          followed(id, { effects }) {
            for (const { context } of effects) noticed.push({ person: context.person });
            told = Promise.all([told, house.effects[0]?.apply(effects)]);
            void conversations.done(id, { effects: effects.map((effect) => effect.id) });
          },
          async erase(person) {
            erased.push(person);
            const talks = await store.connection.collection('conversations').find({ person }).toArray();
            for (const { _id } of talks)
              await conversations.close(
                Buffer.from((_id as unknown as { buffer: Uint8Array }).buffer).toString('base64url'),
                person,
              );
            await people.erase(person);
            await capability.eraseFor(person);
            await house.eraseFor(person);
          },
        }),
        channels: ['sms'],
        placeOf: DEPS.placeOf,
      },
    });
    await openCollections(store.connection.db!, [...capability.collections, ...house.collections]);
  });
  afterAll(async () => {
    await house.stop();
    await store.close();
  });

  const ask = async (
    path: string,
    more: { id?: string; query?: string; file?: string; form?: Record<string, string>; method?: string } = {},
  ) => {
    const method =
      more.method ??
      (path === '/contacts' && more.file === undefined && more.form === undefined ? 'get' : 'post');
    const route = capability.staffRoutes.find((each) => each.path === path && each.method === method);
    const ctx = {
      person: { id: 'a', name: 'Awa', role: 'admin', org: FIRST_ORG },
      ...{ form: more.form ?? { channel: 'sms' }, params: { import: more.id ?? '' } },
      query: new URLSearchParams(more.query ?? ''),
      ...(more.file !== undefined && {
        file: { bytes: Buffer.from(more.file), type: 'text/csv', name: 'x.csv' },
      }),
      frame: {
        lang: 'fr',
        nav: [],
        flash: undefined,
        person: { name: 'Awa', role: 'x' },
        path: '/staff/contacts',
      },
      audit: async (action: string) => void audited.push(action),
    } as unknown as StaffContext;
    const answer = (await (route?.method === 'get' ? route.render(ctx) : route?.act(ctx))) as StaffAnswer;
    return { ...answer, html: answer.kind === 'page' ? renderPage(answer.page) : '' } as StaffAnswer & {
      html: string;
      to?: string;
      status?: number;
      body?: unknown;
    };
  };
  const check = async (...phones: string[]): Promise<string> => {
    const { to } = await ask('/contacts', {
      file: [HEADS, ...phones.map((phone) => row({ phone }))].join('\n'),
    });
    return new URL(to ?? '', 'http://x').searchParams.get('import') ?? '';
  };
  const work = async (): Promise<void> => {
    for (let due = dues.shift(); due !== undefined; due = dues.shift()) {
      const { kind } = due;
      const again = await capability.dues?.find((each) => each.kind === kind)?.run(due, clock.now());
      if (again !== undefined) dues.push(due);
    }
  };
  const people = () => store.connection.collection('people').countDocuments({ key: { $exists: true } });
  const talkOf = (phone: string) =>
    store.conversations.talkOf(store.conversations.idOf({ channel: 'sms', account: '36000', user: phone }));

  it('a check writes nobody down; the import does, once however often it is asked for or comes again', async () => {
    const id = await check('70000001', '70000002', '12');
    expect(await people()).toBe(0);
    const { html } = await ask('/contacts', { query: `import=${id}` });
    expect(html).toContain('3 lignes lues, 2 peuvent être importées');
    expect(html).toContain('Ce n’est pas un numéro');
    const stored = JSON.stringify(await store.connection.collection('contact_rows').find().toArray());
    expect(stored).not.toMatch(/7000000|écrivez/u);
    expect(await ask('/contacts/:import/bring', { id })).toMatchObject({
      kind: 'see_other',
      flash: 'started',
    });
    const [due] = dues;
    await work();
    dues.push(due!);
    await work();
    expect(await people()).toBe(2);
    expect(noticed).toHaveLength(2);
    await told;
    const reached = await house.audiences.members({ field: 'group', in: ['jeunes'] }, {}, null, 10);
    expect(reached.map(({ lang, channel, region }) => [lang, channel, region])).toEqual([
      ['fr', 'sms', 'segou'],
      ['fr', 'sms', 'segou'],
    ]);
    expect(await house.audiences.count(EVERYBODY, {})).toMatchObject({ matched: 2, reachable: 2 });
    const lately = await house.audiences.count({ field: 'active', in: ['9999'] }, {});
    expect(lately.matched).toBe(0);
    expect(await talkOf('+22370000001')).toMatchObject({
      profile: {
        lang: 'fr',
        stopped: false,
        groups: ['jeunes', 'radio-segou'],
        consents: { base: 1, profil: 1 },
      },
      route: { channel: 'sms', address: '+22370000001' },
    });
    expect((await ask('/contacts', { query: `import=${id}` })).html).toContain(
      '2 personnes sont là par cet import',
    );
    expect(await store.connection.collection('contact_rows').countDocuments()).toBe(0);
    expect(audited).toEqual(['contacts.checked', 'contacts.imported']);
    const proofs = JSON.stringify(await store.connection.collection('contact_proofs').find().toArray());
    expect(proofs).not.toMatch(/7000000|Formulaire/u);
  });

  it('who is there, has said stop, or was erased is left alone; the file says so in words, without a number', async () => {
    const { conversations } = store;
    for (const [user, stopped] of [
      ['+22370000005', true],
      ['+22370000006', false],
    ] as const) {
      const at = conversations.idOf({ channel: 'sms', account: '36000', user });
      const person = await conversations.newPerson(at);
      const base = await conversations.load(at, true);
      const talk = {
        session: null,
        profile: { consents: { base: 1 }, stopped, fields: {} },
        route: { channel: 'sms', account: '36000', address: user },
      };
      await conversations.commit({
        base,
        inbound: conversations.promptId(at, 'x'),
        person,
        talk,
        out: [],
        effects: [],
        erasedAt: null,
      });
      if (!stopped) {
        await conversations.close(at, person);
        await store.people.erase(person);
      }
    }
    const before = await people();
    const id = await check('70000001', '70000005', '70000006');
    const file = await ask('/contacts', { query: `import=${id}&format=csv` });
    expect(file).toMatchObject({ kind: 'file' });
    const body = String(file.body);
    for (const words of [
      '2,Téléphone,Cette personne est déjà connue ici',
      'a dit stop',
      'demandé l’effacement',
    ])
      expect(body).toContain(words);
    expect(body).not.toContain('7000');
    await ask('/contacts/:import/bring', { id });
    await work();
    expect(await people()).toBe(before);
  });

  it('killed in the middle it goes on, and nobody is doubled; who came by themselves meanwhile is not its own', async () => {
    const id = await check('70000011', '70000012', '70000013');
    await ask('/contacts/:import/bring', { id });
    const before = await people();
    const other = await check('70000013');
    await ask('/contacts/:import/bring', { id: other });
    const both = dues.splice(0);
    await Promise.all(both.map(async (due) => capability.dues?.[0]?.run(due, clock.now())));
    expect(await people()).toBe(before + 3);
    await store.connection
      .collection('contact_imports')
      .updateOne({ _id: id as never }, { $set: { state: 'running', next: 0 } });
    dues.push(...both);
    await work();
    expect(await people()).toBe(before + 3);
  });

  it('undone, who never wrote is gone with their proof, and may come again; who wrote stays', async () => {
    const id = await check('70000021', '70000022');
    await ask('/contacts/:import/bring', { id });
    await work();
    const at = store.conversations.idOf({ channel: 'sms', account: '36000', user: '+22370000022' });
    const base = await store.conversations.load(at, true);
    await store.conversations.commit({
      ...{
        base,
        inbound: store.conversations.promptId(at, 'wrote'),
        person: base.person,
        out: [],
        effects: [],
        erasedAt: null,
      },
      talk: { ...base.talk!, wroteOn: '2026-11-21' },
    });
    const before = await people();
    expect(await ask('/contacts/:import/undo', { id })).toMatchObject({ flash: 'undoing' });
    await work();
    expect(await people()).toBe(before - 1);
    expect(await talkOf('+22370000021')).toBeNull();
    expect(await talkOf('+22370000022')).not.toBeNull();
    expect((await ask('/contacts', { query: `import=${id}` })).html).toContain(
      '1 personnes sont là par cet import',
    );
    const again = await check('70000021', '70000022');
    expect((await ask('/contacts', { query: `import=${again}` })).html).toContain('1 peuvent être importées');
    await ask('/contacts/:import/bring', { id: again });
    await work();
    expect(await talkOf('+22370000021')).not.toBeNull();
    expect(await people()).toBe(before);
    // Whoever came back and then asked to be erased is not brought again, undone import or not.
    await ask('/contacts/:import/undo', { id: again });
    await work();
    const awa = store.conversations.idOf({ channel: 'sms', account: '36000', user: '+22370000021' });
    const wish = { $set: { erasedAt: clock.now() + 60_000 }, $inc: { rev: 1 } };
    await store.connection
      .collection('conversations')
      .updateOne({ _id: Buffer.from(awa, 'base64url') }, wish);
    await store.conversations.load(awa, true);
    const last = await check('70000021');
    expect((await ask('/contacts', { query: `import=${last}` })).html).toContain('demandé l’effacement');
  });

  it('T4: the proof is erased with its person', async () => {
    const id = await check('70000031');
    await ask('/contacts/:import/bring', { id });
    await work();
    const { person } = noticed.at(-1)!;
    expect(await capability.eraseFor(person)).toBe(1);
    expect(await capability.eraseFor(person)).toBe(0);
  });

  it('400 without a file, for another channel, and for what is no table; 404 for another’s; 409 for what is over', async () => {
    expect(await ask('/contacts', { form: { channel: 'sms' } })).toMatchObject({ status: 400 });
    expect(await ask('/contacts', { form: { channel: 'telegram' }, file: 'x' })).toMatchObject({
      status: 400,
    });
    const broken = await ask('/contacts', { file: 'Téléphone\n70000001' });
    expect(broken).toMatchObject({ status: 400 });
    expect(broken.html).toContain('Il manque la colonne');
    expect(await ask('/contacts', { query: 'import=nobody' })).toMatchObject({ status: 404 });
    for (const path of ['bring', 'undo', 'drop'])
      expect(await ask(`/contacts/:import/${path}`, { id: '__proto__' })).toMatchObject({ status: 404 });
    const id = await check('70000041');
    expect(await ask('/contacts/:import/undo', { id })).toMatchObject({ status: 409 });
    expect(await ask('/contacts/:import/drop', { id })).toMatchObject({ flash: 'dropped' });
    expect(await ask('/contacts/:import/bring', { id })).toMatchObject({ status: 409 });
    expect(await store.connection.collection('contact_rows').countDocuments()).toBe(0);
  });
});
