import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { checking } from '../../src/capabilities/readiness/checklist.ts';
import { type Facts, isDone, missingRoles } from '../../src/capabilities/readiness/lines.ts';
import type { Mark, Waiver } from '../../src/capabilities/readiness/marks-store.ts';
import { readinessRoutes } from '../../src/capabilities/readiness/pages/routes.tsx';
import { readinessSlots } from '../../src/capabilities/readiness/pages/slots.tsx';
import { channelRoutes } from '../../src/capabilities/settings/channels/routes.tsx';
import type { StaffErasure } from '../../src/capabilities/settings/erasure/ledger-store.ts';
import type { FoundPerson } from '../../src/capabilities/settings/erasure/ports.ts';
import { erasureRoutes } from '../../src/capabilities/settings/erasure/routes.tsx';
import { keyRoutes } from '../../src/capabilities/settings/keys/routes.tsx';
import { retentionRows } from '../../src/capabilities/settings/retention/rows.ts';
import { retentionRoutes } from '../../src/capabilities/settings/retention/routes.tsx';
import { FIRST_ORG, type StaffParts } from '../../src/web/staff/index.ts';
import { ask, type Member, member, openSite, type Site } from '../staff/site.ts';

const DAY = Date.UTC(2026, 10, 20, 9);
const buildFacts = (more: Partial<Facts> = {}): Facts => ({
  core: { texts: 40, open: 3, voiceless: 0 },
  roles: { admin: 2, editor: 1, verifier: 1, organiser: 1 },
  channels: ['telegram'],
  keysApart: true,
  publicUrl: 'https://benkan.example',
  demo: false,
  ...more,
});

let site: Site;
let admin: Member;
let verifier: Member;
let organiser: Member;
let stranger: Member;
let facts: Facts;
let marks: Map<string, Mark>;
let waiver: Waiver | undefined;
let erased: string[];
let ledger: StaffErasure[];
const people: Record<string, FoundPerson> = {};
const staffName = async (): Promise<string | undefined> => 'Awa Diarra';

beforeAll(async () => {
  site = await openSite(routes, {
    change: (parts) => ({ ...parts, slots: [readinessSlots({ checking: checks(parts), ...HOUSE })] }),
  });
  admin = await member(site, 'admin', 'Awa Diarra');
  verifier = await member(site, 'verifier');
  organiser = await member(site, 'organiser');
  stranger = await member(site, 'admin', 'Eve', 'ailleurs');
});
afterAll(() => site.close());
beforeEach(() => {
  facts = buildFacts();
  marks = new Map();
  waiver = undefined;
  erased = [];
  ledger = [];
  site.audited.length = 0;
  // What was remembered of the checklist is forgotten.
  site.pass(31_000);
});

const HOUSE = { production: true, owner: FIRST_ORG };
const store = {
  all: async () => ({ marks, waiver }),
  put: async (line: string, mark: Mark) => void marks.set(line, mark),
  putWaiver: async (given: Waiver) => void (waiver = given),
  remove: async (line: string) => {
    if (line === 'waiver') waiver = undefined;
    else marks.delete(line);
  },
};
let checked: ReturnType<typeof checking> | undefined;
const checks = ({ sealer, clock }: StaffParts) =>
  (checked ??= checking({ marks: store, facts: async () => facts, sealer, clock }));

function routes(parts: StaffParts) {
  const { sealer, clock, fingerprint } = parts;
  return [
    ...readinessRoutes({ checking: checks(parts), marks: store, staffName, sealer, clock }),
    ...channelRoutes({
      health: async () => [
        {
          ...{ id: 'telegram', configured: true, needs: [], way: 'webhook', waiting: 2, aSecond: 30 },
          ...{ webhook: 'https://benkan.example/webhooks/telegram', account: '4711', since: DAY },
          ...{ last: { in: DAY }, causes: [{ code: '403', count: 3 }], asks: true },
        },
        {
          ...{ id: 'sms', configured: false, needs: ['SMS_SEND_URL', 'SMS_NUMBER'], waiting: 0 },
          ...{ last: {}, causes: [], asks: false },
        },
      ],
      ask: async () => new Map([['telegram', false]]),
    }),
    ...retentionRoutes(async () =>
      retentionRows(
        [
          {
            ...{ name: 'receipts', indexes: [] },
            retention: { kind: 'days', days: 35, since: 'day', reason: 'told within days' },
          },
          {
            ...{ name: 'audit', indexes: [] },
            retention: { kind: 'days', days: 730, since: 'day', reason: 'two years' },
          },
        ],
        [{ name: 'people', reason: 'as long as they want' }],
        [{ _id: 'receipts', at: DAY, deletedAt: DAY, deleted: 1234 }],
      ),
    ),
    ...keyRoutes(async () => ({
      epochs: [{ epoch: '2026-11', current: true, days: 21, people: 312 }],
      publishing: [
        { kid: 'k'.repeat(43), since: '2026-11-20', current: true, stolen: false },
        { kid: 'j'.repeat(43), since: '2026-11-01', current: false, stolen: true },
      ],
      apart: false,
    })),
    ...erasureRoutes({
      people: {
        find: async (typed) => people[typed],
        erase: async (person) => void erased.push(person),
      },
      ledger: {
        note: async () => undefined,
        noteStaff: async (_person, told) => void ledger.push(told),
        byStaff: async () => ledger,
        byThemselves: async () => 3,
      },
      ...{ staffName, fingerprint, sealer, clock },
    }),
  ];
}

const see = async (path: string, who: Member, form?: Record<string, string>) => {
  const answer = await ask(site, `/staff${path}`, { cookie: who.cookie, ...(form && { form }) });
  return { status: answer.status, body: await answer.text(), to: answer.headers.get('location') ?? '' };
};
const did = () => site.audited.map(({ action, subject }) => `${action} ${subject}`);

describe('W15: before a campaign opens', () => {
  it('each computed line follows its data', () => {
    expect(isDone('voices', buildFacts())).toBe(true);
    expect(isDone('voices', buildFacts({ core: { texts: 40, open: 0, voiceless: 1 } }))).toBe(false);
    // A house without the language has nothing that could be heard.
    expect(isDone('voices', buildFacts({ core: { texts: 0, open: 0, voiceless: 0 } }))).toBe(false);
    expect(isDone('reviewed', buildFacts())).toBe(false);
    expect(isDone('channel', buildFacts({ channels: [] }))).toBe(false);
    expect(isDone('keys', buildFacts({ keysApart: false }))).toBe(false);
    expect(isDone('address', buildFacts({ publicUrl: 'http://localhost:3000' }))).toBe(false);
    expect(isDone('demo', buildFacts({ demo: true }))).toBe(false);
    expect(missingRoles({ roles: { admin: 1, editor: 1, verifier: 1 } })).toEqual(['admin', 'organiser']);
    expect(isDone('roster', buildFacts())).toBe(true);
  });

  it('says what is open, why, and where it is mended', async () => {
    facts = buildFacts({ roles: { admin: 1 } });
    const { status, body } = await see('/ready', organiser);
    expect(status).toBe(200);
    expect(body).toContain('3 textes sur 40 restent à relire');
    expect(body).toContain('Il manque : Administration, Rédaction, Vérification, Organisation');
    expect(body).toContain('/staff/language/bm?show=unreviewed');
    // Computed lines have no form, and an organiser has none at all.
    expect(body).not.toContain('action="/staff/ready/');
  });

  it('a person ticks what no data can tell, under their name and with the day, and takes it back', async () => {
    const { status, to } = await see('/ready/test_group', verifier, { done: 'yes' });
    expect([status, to]).toEqual([303, '/staff/ready?flash=ticked']);
    expect((await see('/ready', verifier)).body).toMatch(/Coché par Awa Diarra, le 21 nov\. 2026/);
    await see('/ready/test_group', verifier, { done: 'no' });
    expect(marks.size).toBe(0);
    expect(did()).toEqual([
      'readiness.ticked readiness/test_group',
      'readiness.unticked readiness/test_group',
    ]);
  });

  it.each([
    ['a line there is not', '/ready/nothing', 404],
    ['a line that is computed', '/ready/voices', 400],
  ])('refuses to tick %s', async (_what, path, status) => {
    expect((await see(path, admin, { done: 'yes' })).status).toBe(status);
    expect([marks.size, did()]).toEqual([0, []]);
  });

  it('403: who only organises ticks nothing, and only an administrator opens all the same', async () => {
    expect((await see('/ready/consent', organiser, { done: 'yes' })).status).toBe(403);
    for (const path of ['/ready/waiver', '/ready/waiver/end'])
      expect((await see(path, verifier, { reason: 'Nous devons ouvrir avant le dialogue.' })).status).toBe(
        403,
      );
    expect([marks.size, waiver]).toEqual([0, undefined]);
  });

  it('in production a banner stands above every page until all is done or waived with a reason', async () => {
    expect((await see('/retention', admin)).body).toContain('Cette campagne est en ligne alors que');
    for (const reason of ['', 'trop', '          ', 'x'.repeat(301), 'ouvrir\u202emaintenant vite']) {
      const { status, body } = await see('/ready/waiver', admin, { reason });
      expect([reason, status]).toEqual([reason, 400]);
      expect(body).toContain('au moins dix caractères');
    }
    expect(waiver).toBeUndefined();
    const { to } = await see('/ready/waiver', admin, { reason: 'Le dialogue national commence demain.' });
    expect(to).toBe('/staff/ready?flash=waived');
    expect(waiver?.reason.toString('latin1')).not.toContain('dialogue');
    expect((await see('/retention', admin)).body).not.toContain('Cette campagne est en ligne');
    expect((await see('/ready', admin)).body).toContain('Le dialogue national commence demain.');
    await see('/ready/waiver/end', admin, {});
    expect((await see('/retention', admin)).body).toContain('Cette campagne est en ligne');
    expect(did()).toEqual(['readiness.waived readiness/waiver', 'readiness.waiver_ended readiness/waiver']);
  });

  it('all done: no banner, nothing to waive', async () => {
    facts = buildFacts({ core: { texts: 40, open: 0, voiceless: 0 } });
    for (const line of ['reviewer', 'consent', 'test_group', 'backups'])
      marks.set(line, { by: 'x', at: DAY });
    const { body } = await see('/ready', admin);
    expect(body).toContain('Tout est prêt.');
    expect(body).not.toContain('/staff/ready/waiver');
    expect((await see('/retention', admin)).body).not.toContain('Cette campagne est en ligne');
  });
});

describe('W11: the pages an administrator looks after a house by', () => {
  it('channels: set up or how to, last messages, what waits, why it fails; asks the platforms on request', async () => {
    const { body } = await see('/channels', admin);
    for (const words of ['https://benkan.example/webhooks/telegram', '4711', '30 par seconde', '403 × 3'])
      expect(body).toContain(words);
    expect(body).toContain('SMS_SEND_URL, SMS_NUMBER');
    expect(body).toMatch(/Dernier message reçu<\/dt><dd>20 nov\. 2026/);
    expect((await see('/channels', admin, {})).body).toContain('La plateforme ne répond pas');
  });

  it('retention: the table of the code, and what each rule deleted last', async () => {
    const { body } = await see('/retention', admin);
    expect(body).toMatch(/35 jours[\s\S]*1\s234, le 20 nov\. 2026/);
    expect(body).toContain('2 ans');
    expect(body).toContain('tant que la personne le veut');
    expect(body).toContain('pas encore passé');
  });

  it('keys: ages and epochs, and plainly what does not exist', async () => {
    const { body } = await see('/keys', admin);
    for (const words of ['2026-11', '21 jours', '312', 'pour un essai seulement', 'benkan backup'])
      expect(body).toContain(words);
  });

  it.each(['/channels', '/retention', '/keys', '/erasure', '/ready'])(
    'T36, 403: %s opens neither for another organisation nor for who is no administrator',
    async (path) => {
      expect((await see(path, stranger)).status).toBe(403);
      if (path !== '/ready') expect((await see(path, verifier)).status).toBe(403);
    },
  );

  it('T36: another organisation changes nothing', async () => {
    const changes = [
      '/channels',
      '/erasure',
      '/erasure/erase',
      '/ready/consent',
      '/ready/waiver',
      '/ready/waiver/end',
    ];
    for (const path of changes)
      expect([path, (await see(path, stranger, { who: '+22370000001', reason: 'demande' })).status]).toEqual([
        path,
        403,
      ]);
    expect([erased, marks.size]).toEqual([[], 0]);
    // That they tried is worth knowing.
    expect(did().every((what) => what.startsWith('staff.look_refused'))).toBe(true);
  });
});

describe('T4: access and erasure by staff', () => {
  const NUMBER = '+223 70 00 00 01';
  const found: FoundPerson = {
    persons: ['p1', 'p2'],
    channels: ['telegram'],
    kept: { answers: 12, surveys: 1, sheet: 0, secret: 7 },
  };
  const search = (more: Record<string, string> = {}) =>
    see('/erasure', admin, { who: NUMBER, reason: 'demande', words: '', ...more });
  const pendingIn = (body: string): string => /name="pending" value="([\w-]+)"/.exec(body)?.[1] ?? '';
  beforeEach(() => {
    people[NUMBER] = found;
  });

  it('tells kinds and numbers of who was typed in, and nothing else; the number is in no page and no record', async () => {
    const { status, body } = await search();
    expect(status).toBe(200);
    expect(body).toMatch(/Réponses à des sondages<\/th><td class="numeric">12/);
    expect(body).not.toContain('secret');
    expect(body).toContain('2 personnes');
    expect(body).not.toContain('70 00 00 01');
    expect(did()).toEqual([expect.stringMatching(/^staff\.revealed search\/[\w-]{16}$/)]);
    expect(JSON.stringify(site.audited)).not.toMatch(/70 ?00 ?00 ?01/);
  });

  it.each([
    ['nobody we know', { who: '+223 79 99 99 99' }, 404, 'Personne n’est connu'],
    ['no number', { who: '7' }, 400, 'Tapez un numéro'],
    ['control characters', { who: '+22370\u000700' }, 400, 'Tapez un numéro'],
    ['no reason', { reason: '' }, 400, 'Choisissez une raison'],
    ['a reason that is none', { reason: 'curiosite' }, 400, 'Choisissez une raison'],
    ['another reason in no words', { reason: 'autre', words: 'aaaaaaaaaaaaa' }, 400, 'au moins dix'],
  ])('refuses %s', async (_what, more, status, words) => {
    // A look that is open already asks for no reason: each case has a number of its own.
    people[`+223 70 00 01 ${String(status)}`] = found;
    const answer = await search({ who: `${NUMBER}${_what.length}`, ...more });
    expect([answer.status, answer.body.includes(words)]).toEqual([status, true]);
    expect(pendingIn(answer.body)).toBe('');
  });

  it('erases with a reason and a typed word, everybody behind the phone, and keeps it in the ledger', async () => {
    const pending = pendingIn((await search()).body);
    const form = { pending, reason: 'parent', confirm: 'effacer ' };
    const { status, to } = await see('/erasure/erase', admin, form);
    expect([status, to]).toEqual([303, '/staff/erasure?flash=erased']);
    expect(erased).toEqual(['p1', 'p2']);
    expect(ledger.map(({ reason, day }) => [reason, day])).toEqual([
      ['parent', '2026-11-21'],
      ['parent', '2026-11-21'],
    ]);
    expect(did().slice(-2)).toEqual(['people.erased person/p1', 'people.erased person/p2']);
    const { body } = await see('/erasure', admin);
    expect(body).toContain('Un parent ou tuteur');
    expect(body).toContain('Moins de 5 personnes se sont effacées');
  });

  it.each([
    ['no reason', { reason: '' }, 'Choisissez pourquoi'],
    ['another word', { confirm: 'oui' }, 'Tapez EFFACER'],
    ['no word', { confirm: '' }, 'Tapez EFFACER'],
  ])('400: erases nobody with %s, and asks once more', async (_what, more, words) => {
    const pending = pendingIn((await search()).body);
    const form = { pending, reason: 'demande', confirm: 'EFFACER', ...more };
    const { status, body } = await see('/erasure/erase', admin, form);
    expect([status, body.includes(words), pendingIn(body)]).toEqual([400, true, pending]);
    expect(erased).toEqual([]);
  });

  it('erases nobody by a form that is forged, somebody else’s, or too old', async () => {
    const pending = pendingIn((await search()).body);
    const colleague = await member(site, 'admin', 'Binta');
    const form = { pending, reason: 'demande', confirm: 'EFFACER' };
    const tried = [
      await see('/erasure/erase', colleague, form),
      await see('/erasure/erase', admin, { ...form, pending: `${pending.slice(0, -2)}AA` }),
      await see('/erasure/erase', admin, { reason: 'demande', confirm: 'EFFACER' }),
    ];
    site.pass(10 * 60_000);
    tried.push(await see('/erasure/erase', admin, form));
    for (const { status, to } of tried) expect([status, to]).toEqual([303, '/staff/erasure?flash=too_late']);
    expect([erased, ledger]).toEqual([[], []]);
  });

  it('429: at most twenty different numbers a day and account', async () => {
    const busy = await member(site, 'admin', 'Cheick');
    const answers: number[] = [];
    for (let n = 0; n < 21; n += 1) {
      const who = `+223 60 00 00 ${String(n).padStart(2, '0')}`;
      answers.push((await see('/erasure', busy, { who, reason: 'demande' })).status);
    }
    expect(answers.slice(0, 20).every((status) => status === 404)).toBe(true);
    expect(answers[20]).toBe(429);
  });
});
