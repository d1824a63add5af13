import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LiveFlows } from '../../src/app/flows/live-flows.ts';
import { openFlows, type OpenFlows } from '../../src/app/flows/open-flows.ts';
import { publish, type Published, type Publishing } from '../../src/app/flows/publish.ts';
import { toldOf } from '../../src/app/flows/told.ts';
import { publishedSince, versionRows } from '../../src/app/flows/version-rows.ts';
import { loadFlows } from '../../src/app/load-flows.ts';
import { NEW_PROFILE } from '../../src/domain/person.ts';
import { Standing } from '../../src/store/conversations/standing.ts';
import { flowCollections } from '../../src/store/flow-versions-expire.ts';
import { FlowVersionStore } from '../../src/store/flow-versions.ts';
import { type TestStore, testStore } from '../universe/store.ts';
import { type OwnFlows, ownFlows } from './own-flows.ts';
import { standsAt } from './stands-at.ts';

const DAY_MS = 86_400_000;
const KNOWN = { calls: ['prix.moyen'], effects: [] };
const ASK = (choices: string, more = '') => `${more}survey: prix
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

let store: TestStore;
let versions: FlowVersionStore;
let own: OwnFlows;
let now = Date.UTC(2026, 3, 1);
const opened: OpenFlows[] = [];
let told: string[] = [];

beforeAll(async () => {
  store = await testStore();
  versions = new FlowVersionStore(store.connection);
}, 240_000);
afterAll(() => store.close());
beforeEach(async () => {
  for (const house of opened.splice(0)) await house.close();
  const { db } = store.connection;
  for (const name of ['flow_versions', 'flow_editions', 'flow_houses', 'conversations'])
    await db?.collection(name).deleteMany({});
  own = ownFlows();
  own.write('prix', ASK('oui, non'), TEXTS);
  told = [];
});
afterEach(() => own.remove());

/** A process starts with the files as they are now. */
async function starts(publishing: 'start' | 'by_hand' = 'start', known = KNOWN): Promise<OpenFlows> {
  now += 1_000;
  const open = await openFlows({
    ...{ loaded: loadFlows(own.places, { known }), known, publishing },
    connection: store.connection,
    keyring: store.keyring,
    clock: { now: () => now },
    chance: { token: () => `house${now}` },
    told: (what) => told.push(toldOf(what)),
    report: (edition, fault) => told.push(`edition ${edition}: ${fault}`),
  });
  opened.push(open);
  return open;
}
const stops = async (house: OpenFlows): Promise<void> => {
  opened.splice(opened.indexOf(house), 1);
  await house.close();
};
const standing = () => new Standing(store.keyring.fingerprint);
const count: Parameters<typeof versionRows>[0]['count'] = (places) =>
  standing().count(store.connection, places);
const publishes = (how: Partial<Pick<Publishing, 'dryRun' | 'decided'>> & { only?: string[] } = {}) => {
  now += 1_000;
  const loaded = loadFlows(own.places, { known: KNOWN });
  return publish({
    ...{ loaded, store: versions, count, known: KNOWN, speaker: loaded.speaker, at: now, by: 'command' },
    ...how,
  });
};
const hashOf = ({ flows }: OpenFlows): string => flows.set.flows.get('prix')?.hash ?? '';
const states = async () => (await versionRows({ store: versions, count }, 'prix')).map(({ state }) => state);

const talkAt = (step: string, hash: string) =>
  standsAt(store, { user: `u${(now += 1)}`, flow: 'prix', step, hash });

describe('F6: what a start publishes', () => {
  it('everything the first time, nothing when the files are as they were, and says nothing of either', async () => {
    await starts();
    await starts();
    expect((await versions.current())?.n).toBe(1);
    expect(told).toEqual([]);
  });

  it('what was edited, and says what becomes of running talks', async () => {
    const first = await starts();
    await talkAt('cher', hashOf(first));
    await talkAt('age', hashOf(first));
    own.write('prix', ASK('oui, non, peu'));
    await starts();
    expect(told).toEqual(['Flows:    published prix; 2 running: 1 move, 1 pinned']);
    expect(await states()).toEqual(['published', 'archived']);
  });

  it('what was put back, when no other Benkan is up', async () => {
    await stops(await starts());
    own.write('prix', ASK('oui, non, peu'));
    await stops(await starts());
    own.write('prix', ASK('oui, non'));
    const back = await starts();
    expect((await versions.current())?.n).toBe(3);
    expect(back.flows.set.flows.get('prix')?.questions[0]?.choices).toEqual(['oui', 'non']);
    expect((await states()).sort()).toEqual(['archived', 'published']);
  });

  it('nothing of files that were replaced, while another Benkan is up: two of them do not fight', async () => {
    const old = await starts();
    own.write('prix', ASK('oui, non, peu'));
    const newer = await starts();
    await stops(old);
    own.write('prix', ASK('oui, non'));
    const restarted = await starts();
    expect((await versions.current())?.n).toBe(2);
    expect(hashOf(restarted)).toBe(hashOf(newer));
    expect(told.at(-1)).toContain('another Benkan serves newer flows');
  });

  it('nothing with FLOWS_PUBLISH=by_hand but at the very first start: drafts are put down', async () => {
    const first = await starts('by_hand');
    expect(hashOf(first)).not.toBe('');
    own.write('prix', ASK('oui, non, peu'));
    const second = await starts('by_hand');
    expect(hashOf(second)).toBe(hashOf(first));
    expect(await states()).toEqual(['draft', 'published']);
    await publishes();
    expect(await states()).toEqual(['published', 'archived']);
  });

  it('since when each flow is published, by the editions alone, is what its rows say', async () => {
    expect([...(await publishedSince(versions))]).toEqual([]);
    await starts();
    own.write('prix', ASK('oui, non, peu'));
    await starts('by_hand');
    const rows = async () =>
      (await versionRows({ store: versions, count }))
        .filter(({ state }) => state === 'published')
        .map(({ flow, at }) => [flow, at]);
    expect([...(await publishedSince(versions))].sort()).toEqual((await rows()).sort());
    await publishes();
    expect((await publishedSince(versions)).get('prix')).toBe(now);
    expect([...(await publishedSince(versions))].sort()).toEqual((await rows()).sort());
  });

  it('refuses a migrate that takes an answer of one type for another, as publishing does', async () => {
    await starts();
    own.write(
      'prix',
      ASK('oui, non', 'migrate: { cher: age }\n').replace('ask: cher', 'ask: couteux'),
      TEXTS.replace('cher', 'couteux'),
    );
    await expect(starts()).rejects.toMatchObject({ code: 'flows_broken' });
    await expect(publishes({ dryRun: true })).rejects.toThrow(
      /cher asked for a choice and age asks for a number/,
    );
  });
});

describe('F6: benkan flows publish', () => {
  it('changes the flows of a house that runs, words as well, without a start', async () => {
    const house = await starts();
    const before = hashOf(house);
    let heard = 0;
    house.flows.watch(() => (heard += 1));
    own.write('prix', ASK('oui, non, peu'), TEXTS.replace('Ton âge', 'Quel âge'));
    const { changes } = await publishes();
    expect(changes).toEqual([{ flow: 'prix', kind: 'changed', running: 0, move: 0, pinned: 0, end: 0 }]);
    await house.flows.follow();
    await house.flows.follow();
    expect(heard).toBe(1);
    expect(hashOf(house)).not.toBe(before);
    expect(house.flows.speaker.say('fr', { flow: 'prix', key: 'age.ask' })).toBe('Quel âge ?');
  });

  it('edited words alone keep the structure and every talk in it', async () => {
    const house = await starts();
    const hash = hashOf(house);
    await talkAt('age', hash);
    own.write('prix', ASK('oui, non'), TEXTS.replace('Ton âge', 'Quel âge'));
    expect((await publishes()).changes).toEqual([
      { flow: 'prix', kind: 'words', running: 1, move: 1, pinned: 0, end: 0 },
    ]);
    await house.flows.follow();
    expect(hashOf(house)).toBe(hash);
    expect(house.flows.speaker.say('fr', { flow: 'prix', key: 'age.ask' })).toBe('Quel âge ?');
  });

  it('a dry run says the same and publishes nothing', async () => {
    await starts();
    own.write('prix', null);
    expect((await publishes({ dryRun: true })).changes).toMatchObject([{ flow: 'prix', kind: 'taken_away' }]);
    expect((await versions.current())?.n).toBe(1);
  });

  it('a flow is back again where an edition had it, in whatever form; one that was only put down is new', async () => {
    await starts();
    own.write('prix', null);
    await publishes();
    own.write('prix', ASK('oui, non'), TEXTS);
    own.write('neuf', 'triggers: [{ keywords: { fr: [neuf] } }]\nsteps: [{ say: dit }]\n', 'dit: Un\n');
    await starts('by_hand');
    own.write('neuf', 'triggers: [{ keywords: { fr: [neuf] } }]\nsteps: [{ say: autre }]\n', 'autre: Deux\n');
    expect((await publishes({ dryRun: true })).changes).toMatchObject([
      { flow: 'neuf', kind: 'new' },
      { flow: 'prix', kind: 'brought_back' },
    ]);
  });

  it('some flows alone leave the others as they are published; one that does not exist is refused', async () => {
    const house = await starts();
    own.write('prix', ASK('oui, non, peu'));
    own.write(
      'stop',
      'triggers: [{ intent: stop }]\nbefore_consent: true\nsteps: [{ set: { person.stopped: true } }, { say: arrete }, { end: true }]\n',
    );
    expect((await publishes({ only: ['stop'] })).changes.map(({ flow }) => flow)).toEqual(['stop']);
    await house.flows.follow();
    expect(house.flows.set.flows.get('prix')?.questions[0]?.choices).toEqual(['oui', 'non']);
    await expect(publishes({ only: ['nulle-part'] })).rejects.toMatchObject({ code: 'no_such_flow' });
  });

  it('flows that greet nobody are refused', async () => {
    await starts();
    own.write('accueil', null);
    await expect(publishes()).rejects.toMatchObject({ code: 'no_first_contact' });
    expect((await versions.current())?.n).toBe(1);
  });

  it('of two that publish at once both are published, one after the other', async () => {
    await starts();
    own.write('prix', ASK('oui, non, peu'));
    const one = publishes();
    own.write('prix', ASK('oui, peu'));
    const both = await Promise.all([one, publishes()]);
    expect(new Set(both.map(({ edition }) => edition.n))).toEqual(new Set([2, 3]));
    expect((await versions.current())?.n).toBe(3);
  });

  it('what was recorded as decided is published or refused, never tried again as another edition', async () => {
    await starts();
    own.write('prix', ASK('oui, non, peu'));
    const told: number[] = [];
    const decided = async ({ edition: { n } }: Published): Promise<void> => {
      told.push(n);
      own.write('prix', ASK('oui, peu'));
      await publishes();
    };
    await expect(publishes({ decided })).rejects.toMatchObject({ code: 'changed' });
    expect([told, (await versions.current())?.n]).toEqual([[2], 2]);
  });
});

describe('F6: talks of older versions', () => {
  it('a house that begins later fetches the version of a talk before its turn, with the words it had', async () => {
    const first = await starts();
    const { session } = await talkAt('cher', hashOf(first));
    own.write('prix', ASK('peu, non'), TEXTS.replace('Est-ce cher ?', 'Est-ce abordable ?'));
    const { flows } = await starts();
    await flows.script.ready?.(session);
    const asked = flows.script.advance(
      session,
      NEW_PROFILE,
      { kind: 'again' },
      { now, lang: 'fr', nonce: 'n' },
    );
    const said = asked.events.flatMap((event) =>
      event.kind === 'said' ? [flows.speaker.say('fr', event.text)] : [],
    );
    expect(said).toEqual(['Est-ce cher ?']);
    const turn = flows.script.advance(
      session,
      NEW_PROFILE,
      { kind: 'reply', reply: { kind: 'text', text: 'oui' } },
      { now, lang: 'fr', nonce: 'n' },
    );
    expect(turn.events).toContainEqual(
      expect.objectContaining({ kind: 'answered', value: 'oui', hash: hashOf(first) }),
    );
  });

  it('a house left behind cannot run the newer flows: it goes on with its own, and does not end talks that run those', async () => {
    own.write('prix', ASK('oui, non'));
    const old = await starts('start', { calls: [], effects: [] });
    own.write('prix', `${ASK('oui, non')}  - call: prix.moyen\n`);
    const newer = await starts();
    await old.flows.follow();
    expect(told).toContainEqual(expect.stringContaining('edition 2: prix.yaml:10 unknown_call'));
    expect(hashOf(old)).not.toBe(hashOf(newer));
    const { session } = await talkAt('age', hashOf(newer));
    const tooNew = { kind: 'unavailable', code: 'newer_flows' };
    await expect(old.flows.script.ready?.(session)).rejects.toMatchObject(tooNew);
    await expect(old.flows.script.ready?.(session)).rejects.toMatchObject(tooNew);
  });

  it('T5: an archived version stays while a talk runs it, and goes when its time is over', async () => {
    const first = await starts();
    const { id, person } = await talkAt('cher', hashOf(first));
    own.write('prix', ASK('oui, peu'));
    await starts();
    const [rule] = flowCollections(versions, store.connection, store.keyring.fingerprint);
    const expire = (days: number) =>
      rule?.retention.kind === 'own' && rule.retention.expire(now + days * DAY_MS);
    expect(await expire(799)).toBe(0);
    expect(await expire(801)).toBe(0);
    await store.conversations.close(id, person);
    expect(await expire(801)).toBe(1);
    expect(await states()).toEqual(['published']);
  });
});

describe('F6: where talks stand is counted without opening them', () => {
  it('and no step, no flow and no hash stands in clear; erasing takes it away', async () => {
    const { id, person } = await talkAt('cher', 'h1');
    const docs = store.connection.collection('conversations');
    const [doc] = await docs.find().toArray();
    expect([doc?.['runs'], doc?.['stands']].map((tokens: unknown[]) => tokens.length)).toEqual([1, 1]);
    expect(JSON.stringify(doc)).not.toMatch(/\bprix\b/u);
    const places = [
      { flow: 'prix', hash: 'h1' },
      { flow: 'prix', hash: 'h1', step: 'cher' },
      { flow: 'prix', hash: 'h2' },
    ];
    expect([...(await count(places)).values()]).toEqual([1, 1, 0]);
    await store.conversations.close(id, person);
    const [left] = await docs.find().toArray();
    expect([left?.['runs'], left?.['stands']]).toEqual([undefined, undefined]);
  });
});

it('F6: the flows of a house are live ones', async () => {
  expect((await starts()).flows).toBeInstanceOf(LiveFlows);
});
