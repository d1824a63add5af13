import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { editionDesk } from '../../src/app/flows/desk.ts';
import { draftFiles } from '../../src/app/flows/draft-files.ts';
import { openFlows, type OpenFlows } from '../../src/app/flows/open-flows.ts';
import { publish } from '../../src/app/flows/publish.ts';
import { toldOf } from '../../src/app/flows/told.ts';
import { versionReader } from '../../src/app/flows/version-rows.ts';
import { loadFlows } from '../../src/app/load-flows.ts';
import { rehearsalDeps } from '../../src/app/rehearsal-deps.ts';
import { flowRoutes } from '../../src/capabilities/flows/pages/routes.tsx';
import type { EditionDesk } from '../../src/capabilities/flows/index.ts';
import { flowReader, sharedFlows } from '../../src/capabilities/flows/reader.ts';
import { sharedBehindWall } from '../../src/capabilities/wall.ts';
import { unavailable } from '../../src/domain/faults.ts';
import { Standing } from '../../src/store/conversations/standing.ts';
import { FlowVersionStore } from '../../src/store/flow-versions.ts';
import { FIRST_ORG, type Role } from '../../src/web/staff/index.ts';
import { NO_SHARING } from '../staff/no-sharing.ts';
import { ask, member, openSite, type Site } from '../staff/site.ts';
import { type TestStore, testStore } from '../universe/store.ts';
import { type OwnFlows, ownFlows } from './own-flows.ts';
import { standsAt } from './stands-at.ts';

const KNOWN = { calls: ['prix.moyen'], effects: [] };
const ASK = (choices: string): string => `survey: prix
triggers: [{ keywords: { fr: [prix] } }]
steps:
  - ask: cher
    type: choice
    choices: [${choices}]
  - ask: age
    type: number
`;
const TEXTS =
  'cher: { ask: Est-ce cher ?, choices: { oui: Oui, non: Non, peu: Un peu } }\nage: { ask: Ton âge ? }\n';
const WHY = 'Les marchés ont changé';

let store: TestStore;
let versions: FlowVersionStore;
let site: Site;
let own: OwnFlows;
let house: OpenFlows;
let desk: EditionDesk;
let auditFails = false;
let now = Date.UTC(2026, 3, 1);
const cookies = new Map<string, string>();

beforeAll(async () => {
  store = await testStore();
  versions = new FlowVersionStore(store.connection);
  await begins();
  site = await openSite(
    (parts) => {
      const reader = flowReader({
        flows: () => house.flows.set,
        countsSince: async () => [],
        clock: parts.clock,
      });
      const walls = { walls: NO_SHARING, owner: FIRST_ORG, records: 'flows' } as const;
      return flowRoutes({
        readerOf: sharedBehindWall(walls, reader, sharedFlows),
        stageOf: () => ({ set: house.flows.set, depsFor: (lang) => rehearsalDeps(house.flows, lang) }),
        versionsOf: versionReader(store.connection, store.keyring.fingerprint),
        publishedSince: async () => new Map(),
        previews: [],
        deskOf: (org) => (org === FIRST_ORG ? desk : undefined),
        staffName: async (id) => ((await parts.accounts.byId(id)) === undefined ? undefined : 'Awa Diarra'),
        speaker: house.flows.speaker,
      });
    },
    {
      change: (parts) => ({
        ...parts,
        audit: {
          async record(entry) {
            if (auditFails && entry.action.startsWith('flows.'))
              throw unavailable('store_unavailable', 'The audit cannot be written.');
            await parts.audit.record(entry);
          },
        },
      }),
    },
  );
  for (const role of ['admin', 'editor', 'verifier', 'analyst', 'viewer'] as const)
    cookies.set(role, (await member(site, role)).cookie);
  cookies.set('other', (await member(site, 'admin', 'Oumar', 'mediateurs')).cookie);
  await ends();
}, 240_000);
afterAll(async () => {
  await site.close();
  await store.close();
});
beforeEach(async () => {
  const { db } = store.connection;
  for (const name of ['flow_versions', 'flow_editions', 'flow_houses', 'conversations'])
    await db?.collection(name).deleteMany({});
  auditFails = false;
  site.audited.length = 0;
  await begins();
});
afterEach(() => ends());

async function begins(): Promise<void> {
  own = ownFlows();
  own.write('prix', ASK('oui, non'), TEXTS);
  house = (await starts()).house;
  desk = editionDesk({
    ...{ store: versions, count, known: KNOWN, speaker: house.flows.speaker },
    byHand: false,
    draft: draftFiles(own.places, KNOWN),
    now: () => (now += 1_000),
    follow: () => house.flows.follow(),
  });
}
async function ends(): Promise<void> {
  await house.close();
  own.remove();
}

const count: Parameters<typeof publish>[0]['count'] = (places) =>
  new Standing(store.keyring.fingerprint).count(store.connection, places);
async function starts(): Promise<{ house: OpenFlows; told: string[] }> {
  const told: string[] = [];
  now += 1_000;
  const open = await openFlows({
    ...{ loaded: loadFlows(own.places, { known: KNOWN }), known: KNOWN, publishing: 'start' },
    ...{ connection: store.connection, keyring: store.keyring, clock: { now: () => now } },
    chance: { token: () => `house${now}` },
    told: (what) => told.push(toldOf(what)),
    report: () => undefined,
  });
  return { house: open, told };
}
const hash = (): string => house.flows.set.flows.get('prix')?.hash ?? '';
const choices = (): unknown => house.flows.set.flows.get('prix')?.questions[0]?.choices;
const stands = (step: string) =>
  standsAt(store, { user: `u${(now += 1)}`, flow: 'prix', hash: hash(), step });
const published = async (): Promise<number> => (await versions.current())?.n ?? 0;

interface Asked {
  status: number;
  body: string;
  to: string | null;
}
async function visit(
  url: string,
  role: Role | 'other' = 'editor',
  form?: Record<string, string>,
): Promise<Asked> {
  const sent = { cookie: cookies.get(role)!, ...(form === undefined ? {} : { form }) };
  const answer = await ask(site, `/staff${url}`, { ...sent, headers: { accept: 'text/html' } });
  const body = (await answer.text()).replaceAll('&#39;', '’').replaceAll('&quot;', '"');
  return { status: answer.status, body, to: answer.headers.get('location') };
}
const seenIn = ({ body }: Asked): string => /name="seen" value="(\w+)"/u.exec(body)?.[1] ?? '';
const publishes = async (form: Record<string, string> = {}, role: Role = 'editor'): Promise<Asked> =>
  visit('/flow-draft/publish', role, {
    ...{ seen: seenIn(await visit('/flow-draft')), why: WHY },
    ...form,
  });

describe('W3: publishing from the staff site', () => {
  it('F6: says before pressing what becomes of running talks, flow by flow, and publishes what was looked at', async () => {
    await stands('cher');
    await stands('age');
    own.write('prix', ASK('oui, non, peu'));
    const look = await visit('/flow-draft');
    expect(look.body).toContain(
      '2 en cours : 1 passe à la nouvelle version, 1 finit d’abord sa question dans l’ancienne.',
    );
    expect(look.body.replace(/<[^>]+>/gu, ' ')).toMatch(/prix\s+changé\s+2\s+1\s+1\s/u);
    const done = await visit('/flow-draft/publish', 'editor', { seen: seenIn(look), why: ` ${WHY}\n` });
    expect([done.status, done.to]).toEqual([303, '/staff/flow-editions/2?flash=published']);
    expect(choices()).toEqual(['oui', 'non', 'peu']);
    expect(await versions.current()).toMatchObject({ n: 2, why: WHY, by: expect.stringMatching(/^staff\//) });
    expect(site.audited.filter(({ action }) => action.startsWith('flows.'))).toEqual([
      expect.objectContaining({
        action: 'flows.published',
        subject: 'flow/prix',
        actor: expect.objectContaining({ role: 'editor' }),
        detail: { edition: 2, change: 'changed', move: 1, pinned: 1, end: 0 },
      }),
    ]);
    const history = (await visit('/flow-editions')).body;
    for (const words of ['Awa Diarra', WHY, 'prix (changé)', 'le démarrage'])
      expect(history).toContain(words);
    expect((await visit('/flows/prix')).body).toContain('Awa Diarra');
    const after = await visit(done.to!.slice('/staff'.length));
    for (const words of ['C’est ce qui est publié', 'Revenir à l’édition 1'])
      expect(after.body).toContain(words);
    expect((await visit('/flow-draft')).body).toContain('Rien à publier');
  });

  it('one flow alone leaves the others as they are', async () => {
    own.write('prix', ASK('oui, non, peu'));
    writeFileSync(path.join(own.places.localesDir, 'fr', 'flows', 'stop.yaml'), 'arrete: À bientôt\n');
    const look = await visit('/flow-draft?flow=stop');
    expect(look.body).toContain('Publier stop');
    await visit('/flow-draft/publish', 'verifier', { seen: seenIn(look), why: WHY, flow: 'stop' });
    expect([await published(), choices()]).toEqual([2, ['oui', 'non']]);
    expect(house.flows.speaker.say('fr', { flow: 'stop', key: 'arrete' })).toBe('À bientôt');
    expect((await visit('/flow-draft?flow=nulle-part')).status).toBe(404);
  });

  it('409 where a file was saved after the look: nothing is published, the new look is shown, the reason kept', async () => {
    own.write('prix', ASK('oui, non, peu'));
    const seen = seenIn(await visit('/flow-draft'));
    own.write('prix', ASK('oui, peu'));
    const refused = await publishes({ seen });
    expect(refused.status).toBe(409);
    for (const words of ['Rien n’a été publié', WHY]) expect(refused.body).toContain(words);
    expect([seenIn(refused) === seen, await published()]).toEqual([false, 1]);
    expect(site.audited.filter(({ action }) => action.startsWith('flows.'))).toEqual([]);
    expect((await publishes({ seen: seenIn(refused) })).status).toBe(303);
  });

  it('of two people who press at once one publishes, and the other is told who did', async () => {
    own.write('prix', ASK('oui, non, peu'));
    const seen = seenIn(await visit('/flow-draft'));
    const both = await Promise.all([publishes({ seen }, 'admin'), publishes({ seen }, 'verifier')]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatch(/Dernière édition : 2, par Awa Diarra/u);
    expect(await published()).toBe(2);
  });

  it('409 with the same page pressed twice: it is published already', async () => {
    own.write('prix', ASK('oui, non, peu'));
    const seen = seenIn(await visit('/flow-draft'));
    await publishes({ seen });
    const again = await publishes({ seen });
    expect([again.status, await published()]).toEqual([409, 2]);
    expect(again.body).toContain('Rien à publier');
  });

  it.each<[string, Record<string, string>, string]>([
    ['no reason', { why: '  ' }, 'Écrivez de 3 à 300'],
    ['too long a reason', { why: 'a'.repeat(301) }, 'Écrivez de 3 à 300'],
    ['a reason with signs nobody sees', { why: 'avant\u202Eaprès' }, 'Écrivez de 3 à 300'],
    ['a field that is none of ours', { n: '9' }, ''],
  ])('400 for %s', async (_what, form, words) => {
    own.write('prix', ASK('oui, non, peu'));
    const refused = await publishes(form);
    expect([refused.status, await published()]).toEqual([400, 1]);
    expect(refused.body).toContain(words);
  });

  it('503 where the audit cannot be written: nothing is published without its record (T22)', async () => {
    own.write('prix', ASK('oui, non, peu'));
    auditFails = true;
    expect([(await publishes()).status, await published()]).toEqual([503, 1]);
  });
});

describe('W3, F7: a draft with faults', () => {
  it('names file, line, step and what to do, beside the flow and on the list; nothing can be published', async () => {
    own.write('prix', `${ASK('oui, non')}  - goto: nulle_part\n`);
    for (const url of ['/flow-draft', '/flows/prix', '/flows/prix/draft']) {
      const { body } = await visit(url);
      expect([url, body]).toEqual([url, expect.stringContaining('flows/prix.yaml:')]);
      expect(body).toContain('nulle_part');
      expect(body).not.toContain(own.places.flowsDir);
    }
    expect((await visit('/flows')).body).toContain('1 à corriger');
    const refused = await publishes({ seen: 'x' });
    expect([refused.status, await published()]).toEqual([409, 1]);
    expect(refused.body).toContain('Rien n’est changé');
  });

  it('goes on showing what is published where texts or folders cannot be read', async () => {
    const texts = path.join(own.places.localesDir, 'fr', 'flows', 'prix.yaml');
    writeFileSync(texts, 'cher: [\n');
    const draft = (await visit('/flow-draft')).body;
    expect([draft.includes('locales/fr/flows/prix.yaml:'), draft.includes('Ce qui change')]).toEqual([
      true,
      false,
    ]);
    expect((await visit('/flows')).body).toContain('pas comparé');
    expect((await visit('/flows/prix/draft')).body).toContain('ne peut pas être lu');
    expect((await visit('/flows/prix')).status).toBe(200);
    rmSync(own.places.flowsDir, { recursive: true });
    writeFileSync(texts, TEXTS);
    expect((await visit('/flow-draft')).body).toContain('FLOWS_DIR');
  });

  it('a migrate that takes an answer of one type for another is found only beside what runs, and told', async () => {
    own.write(
      'prix',
      `migrate: { cher: age }\n${ASK('oui, non').replace('ask: cher', 'ask: tarif')}`,
      TEXTS.replace('cher:', 'tarif:'),
    );
    expect((await visit('/flow-draft')).body).toContain('cher asked for a choice');
    expect((await publishes({ seen: 'x' })).status).toBe(409);
  });
});

describe('W3: the draft beside the published version', () => {
  it('tells steps, words and lines, and leads to publishing it', async () => {
    own.write('prix', ASK('oui, non, peu'), TEXTS.replace('Ton âge', 'Quel âge'));
    const { body } = await visit('/flows/prix/draft');
    for (const words of [
      'Qui s’y trouve finit cette étape comme elle était',
      '<ins>peu</ins>',
      '<del>Ton</del>',
      '<ins>Quel</ins>',
      'href="/staff/flow-draft?flow=prix"',
    ])
      expect(body).toContain(words);
    own.write('prix', `# un commentaire\n${ASK('oui, non')}`, TEXTS);
    expect((await visit('/flows/prix/draft')).body).toContain('rien à publier');
    expect((await visit('/flows/nulle-part/draft')).status).toBe(404);
  });

  it('a flow that had been taken away is said to be back', async () => {
    own.write('prix', null);
    await publishes();
    own.write('prix', ASK('oui, non'), TEXTS);
    expect((await visit('/flow-draft')).body).toContain('de retour');
    expect((await desk.files()).flows).toContainEqual({ flow: 'prix', state: 'brought_back' });
  });

  it('says so of files that were published before, and whether a start publishes', async () => {
    own.write('prix', ASK('oui, non, peu'));
    expect((await visit('/flow-draft')).body).toContain('FLOWS_PUBLISH=start');
    await publishes();
    own.write('prix', ASK('oui, non'));
    desk = { ...desk, byHand: true };
    const { body } = await visit('/flow-draft');
    for (const words of ['étaient l’édition 1', 'FLOWS_PUBLISH=by_hand']) expect(body).toContain(words);
  });
});

describe('W3: going back', () => {
  const back = async (n: number, form: Record<string, string> = {}): Promise<Asked> => {
    const seen = seenIn(await visit(`/flow-editions/${n}`));
    return visit(`/flow-editions/${n}/back`, 'editor', { seen, why: 'Trop cher', ...form });
  };
  beforeEach(async () => {
    own.write('prix', ASK('oui, non, peu'));
    await publishes();
    await stands('cher');
    await stands('age');
    site.audited.length = 0;
  });

  it('is a new edition of what an earlier one held, with its effect said before and a record after', async () => {
    const look = await visit('/flow-editions/1');
    expect(look.body).toContain('2 en cours : 1 passe à la nouvelle version, 1 finit d’abord');
    expect((await visit('/flow-editions/1/prix')).body).toContain('<del>peu</del>');
    const done = await back(1);
    expect([done.status, done.to]).toEqual([303, '/staff/flow-editions/3?flash=back']);
    expect([await published(), choices()]).toEqual([3, ['oui', 'non']]);
    expect(site.audited.filter(({ action }) => action.startsWith('flows.'))).toMatchObject([
      { action: 'flows.taken_back', detail: { edition: 3, back: 1, move: 1, pinned: 1, end: 0 } },
    ]);
    const history = (await visit('/flow-editions')).body;
    for (const words of ['retour à l’édition 1. Trop cher', WHY]) expect(history).toContain(words);
    // And back from there: nothing was lost.
    expect((await back(2)).status).toBe(303);
    expect(choices()).toEqual(['oui', 'non', 'peu']);
  });

  it('is not undone by a restart: the files stay drafts until somebody publishes them', async () => {
    await back(1);
    const { house: restarted, told } = await starts();
    expect([await published(), told]).toEqual([
      3,
      [expect.stringContaining('went back to an earlier edition')],
    ]);
    await restarted.close();
    expect((await publishes()).status).toBe(303);
    expect(choices()).toEqual(['oui', 'non', 'peu']);
  });

  it('409 where somebody published meanwhile, where it is what is published, and where a version is gone', async () => {
    const seen = seenIn(await visit('/flow-editions/1'));
    own.write('prix', ASK('peu'));
    await publishes();
    expect((await back(1, { seen })).status).toBe(409);
    expect((await back(3)).status).toBe(409);
    await store.connection.collection('flow_versions').deleteMany({ hash: { $ne: hash() }, flow: 'prix' });
    expect((await visit('/flow-editions/1')).body).toContain('is kept no more');
    expect([(await back(1)).status, await published()]).toEqual([409, 3]);
  });
});

it('404 for editions and flows that are not there', async () => {
  for (const url of [
    '/flow-editions/9',
    '/flow-editions/x',
    '/flow-editions/1/nulle-part',
    '/flow-editions/9/prix',
  ])
    expect([url, (await visit(url)).status]).toEqual([url, 404]);
});

describe('W3, T20, T36: who may', () => {
  it.each<[Role | 'other', number, number]>([
    ['verifier', 200, 409],
    ['analyst', 200, 403],
    ['viewer', 403, 403],
    ['other', 403, 403],
  ])('%s: %d to look, %d to decide on what nobody looked at', async (role, looks, decides) => {
    const urls = [
      '/flow-draft',
      '/flow-editions',
      '/flow-editions/1',
      '/flow-editions/1/prix',
      '/flows/prix/draft',
    ];
    for (const url of urls) expect([url, (await visit(url, role)).status]).toEqual([url, looks]);
    const deed = { seen: 'x', why: WHY };
    for (const url of ['/flow-draft/publish', '/flow-editions/1/back'])
      expect([url, (await visit(url, role, deed)).status]).toEqual([url, decides]);
    expect(await published()).toBe(1);
  });

  it('who only reads figures sees neither drafts nor faults; who may look is offered no button', async () => {
    own.write('prix', ASK('oui, non, peu'));
    for (const url of ['/flows', '/flows/prix'])
      expect((await visit(url, 'viewer')).body).not.toMatch(/flow-draft|\/draft/u);
    const { body } = await visit('/flow-draft', 'analyst');
    expect([body.includes('name="seen"'), body.includes('pas de publier')]).toEqual([false, true]);
  });
});
