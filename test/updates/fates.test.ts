import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { correctionCall, withdrawalCall } from '../../src/capabilities/updates/chat/fate-calls.ts';
import { CAUSES } from '../../src/capabilities/updates/model/causes.ts';
import { numberWords, type Update } from '../../src/capabilities/updates/model/update.ts';
import { publishedStore } from '../../src/capabilities/updates/published-store.ts';
import { amender } from '../../src/capabilities/updates/receipts/amender.ts';
import {
  FATE_FLOWS,
  fateDue,
  fateId,
  fateSend,
  readFate,
} from '../../src/capabilities/updates/receipts/fate-due.ts';
import { ownedReceipts } from '../../src/capabilities/updates/receipts/owned.ts';
import { receiptEffect, receiptId } from '../../src/capabilities/updates/receipts/receipt.ts';
import { receiptsStore } from '../../src/capabilities/updates/receipts/receipts-store.ts';
import { DIGEST } from '../../src/capabilities/updates/send/digest-due.ts';
import { SEND } from '../../src/capabilities/updates/send/send-due.ts';
import type { WaitingDoor } from '../../src/capabilities/updates/receipts/ports.ts';
import { waitingFates } from '../../src/capabilities/updates/receipts/waiting.ts';
import { sendsStore } from '../../src/capabilities/updates/send/sends-store.ts';
import type { Prompt } from '../../src/conversation/ports.ts';
import { unavailable } from '../../src/domain/faults.ts';
import type { Due } from '../../src/schedule/due-dates.ts';
import { shipped } from '../flows/shipped.ts';
import { testKeyring } from '../universe/keyring.ts';
import { testClock } from '../universe/time.ts';
import { type UpdateWorld, updateWorld, WITHDRAW } from './update-world.ts';

const { fingerprint, sealer } = testKeyring();
const NOON = Date.UTC(2026, 10, 21, 12);

describe('U4: what becomes of an item reaches everybody who received it', () => {
  let world: UpdateWorld;
  beforeAll(async () => {
    world = await updateWorld();
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  /** Talks in memory that remember their prompts, and note what they are told as an effect of the turn would. */
  function house(before: (conversation: string) => Promise<void> | void = () => undefined, start = NOON) {
    const heard = new Map<string, { id: string; flow: string }[]>();
    const stopped = new Set<string>();
    const taken = new Set<string>();
    /** Whose a talk is, where it is not of its own name. */
    const joined = new Map<string, string>();
    const dues: Due[] = [];
    const clock = testClock(start);
    const receipts = receiptsStore(world.db, { fingerprint, sealer });
    const published = publishedStore(world.db);
    const sends = sendsStore(world.db);
    const calls = { published, receipts, speaker: shipped.speaker, placeName: () => undefined };
    const kind = receiptEffect((all) => receipts.note(all));
    const told = (person: string, numero: string, version: number, { lang = 'fr', retire = false } = {}) =>
      kind.apply(
        kind
          .from({
            kind: 'asked_for',
            effect: retire ? 'updates.heard_withdrawn' : 'updates.received',
            params: { numero, version },
          })
          .map((params) => ({
            ...{ id: Buffer.from(person), rev: 1, params },
            context: {
              person,
              conversation: `talk-${person}`,
              channel: 'web',
              address: '',
              lang,
              day: '2026-11-21',
            },
          })),
      );
    const prompt: Prompt = async ({ conversation, id, flow, params }) => {
      await before(conversation);
      if (stopped.has(conversation)) return 'gone';
      // One turn at a time in a talk, and each id once.
      const turn = `${conversation} ${id}`;
      if (taken.has(turn)) return 'duplicate';
      taken.add(turn);
      const person = joined.get(conversation) ?? conversation.slice(5);
      const call = flow === FATE_FLOWS.corrected ? correctionCall(calls) : withdrawalCall(calls);
      const answer = (await call.run(params, turnOf(person))) as Record<string, unknown>;
      if (answer['voulue'] !== true) return 'committed';
      heard.set(conversation, [...(heard.get(conversation) ?? []), { id, flow }]);
      const retire = flow === FATE_FLOWS.withdrawn;
      await told(person, String(params['numero']), Number(params['version']), { retire });
      return 'committed';
    };
    /** Where a talk may not be written to at once; a person is called as they are told, or joined. */
    const ways = new Map<string, 'next' | 'hardly'>();
    const waiting: string[] = [];
    const door: Pick<WaitingDoor, 'standsAt' | 'wait'> = {
      standsAt: async (talk) =>
        stopped.has(talk)
          ? null
          : { person: joined.get(talk) ?? talk.slice(5), way: ways.get(talk) ?? 'now' },
      wait: async (person, id) => void waiting.push(`${person} ${id}`),
    };
    const sending = {
      door,
      ...{ sends, clock, prompt, sealer, receipts, atNight: 'urgent' as const },
      dues: { set: async (due: Due) => void dues.push(due) },
      pause: async () => undefined,
      stopping: () => false,
    };
    const due = fateDue({ ...sending, item: (id) => published.byId(id) });
    const amend = amender({ desk: world.desk, clock, dues: sending.dues, digestDay: 'saturday' });
    const runAll = async () => {
      for (let run = 0; run < 20; run += 1) {
        const last = dues.filter(({ kind: one }) => one === due.kind).at(-1)!;
        const again = await due.run(last, clock.now()).catch((cause: unknown) => {
          if ((cause as { code?: string }).code !== 'store_unavailable') throw cause;
          return { again: 0 };
        });
        if (again === undefined) return;
        clock.advance(Math.max(0, again.again - clock.now()));
      }
    };
    const turnOf = (person: string) => ({ person, lang: 'fr' }) as never;
    const listen = async (item: Update, n: number) => {
      for (let each = 0; each < n; each += 1)
        await told(`p${each}`, numberWords(item.number!), item.publication!.version);
    };
    const owned = ownedReceipts({ receipts, fingerprint, numbers: () => world.store.numbers() });
    return {
      ...{ ways, waiting },
      heard,
      stopped,
      joined,
      dues,
      clock,
      receipts,
      sends,
      amend,
      runAll,
      listen,
      told,
      owned,
      calls,
      turnOf,
    };
  }
  const awa = () => world.as('awa');
  /** A correction that waits for its publication. */
  const readyFor = async (former: Update): Promise<Update> => {
    const begun = await world.desk.correct(awa(), former.id);
    const { texts } = begun.content;
    const content = {
      ...begun.content,
      texts: { ...texts, fr: { ...texts['fr']!, reason: 'Le chiffre était faux.' } },
    };
    await world.desk.move(awa(), begun.id, { move: 'edit', content });
    const item = await world.desk.move(awa(), begun.id, { move: 'submit' });
    return world.desk.move(world.as('binta', 'verifier'), item.id, { move: 'verify', seen: item.hash });
  };

  it('a correction: the same number, version 2, the former one as it was, and one entry of the log for each', async () => {
    const former = await world.itemIn('published');
    const item = await world.correctionOf(former, { place: 'gao' });
    expect(item).toMatchObject({ state: 'published', number: former.number, publication: { version: 2 } });
    const after = await world.desk.find(awa(), former.id);
    expect(after).toMatchObject({ state: 'corrected', content: former.content, hash: former.hash });
    expect(after.correction?.id).toBe(item.id);
    expect(after.history.at(-1)).toMatchObject({ what: 'correct', by: 'awa' });
    const entries = await world.log.of('ML-2026-0001');
    expect(entries.map(({ statement: { kind, version, reason } }) => [kind, version, reason])).toEqual([
      ['published', 1, null],
      ['corrected', 2, 'La date était fausse.'],
    ]);
    expect(entries.every(({ statement }) => statement.author !== statement.verifier)).toBe(true);
    const published = publishedStore(world.db);
    expect((await published.byNumber(former.number!))?.id).toBe(item.id);
    const ids = [1, 2, 3].map((version) => published.idOf(former.number!, version));
    expect(await Promise.all(ids)).toEqual([former.id, item.id, undefined]);
    expect((await world.itemIn('published')).number?.n).toBe(2);
  });

  it('a correction needs what was wrong in each language, two people, and a version that still stands', async () => {
    const former = await world.itemIn('published');
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => 'done',
        (cause: unknown) => (cause as { code: string }).code,
      );
    const bare = await world.desk.correct(awa(), former.id);
    expect(await codeOf(world.desk.move(awa(), bare.id, { move: 'submit' }))).toBe('incomplete');
    expect(bare.approved).toEqual(former.content);
    const [one, two] = [await readyFor(former), await readyFor(former)];
    expect(await codeOf(world.desk.move(awa(), one.id, { move: 'verify', seen: one.hash }))).toBe('role');
    await world.desk.move(awa(), one.id, { move: 'publish', seen: one.hash });
    expect(await codeOf(world.desk.move(awa(), two.id, { move: 'publish', seen: two.hash }))).toBe(
      'former_gone',
    );
    for (const state of ['draft', 'submitted', 'verified', 'corrected', 'withdrawn'] as const)
      expect([state, await codeOf(world.desk.correct(awa(), (await world.itemIn(state)).id))]).toEqual([
        state,
        'wrong_state',
      ]);
    expect(await codeOf(world.desk.correct(world.as('dado', 'viewer'), one.id))).toBe('role');
    expect(await codeOf(world.desk.correct(world.as('eve', 'admin', 'autre'), one.id))).toBe('not_found');
  });

  it('two corrections published at once: one is, the other is refused, and nobody is without the number', async () => {
    const former = await world.itemIn('published');
    const both = [await readyFor(former), await readyFor(former)];
    const done = await Promise.allSettled(
      both.map((item) => world.desk.move(awa(), item.id, { move: 'publish', seen: item.hash })),
    );
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await publishedStore(world.db).byNumber(former.number!))?.publication?.version).toBe(2);
    expect(await world.log.of('ML-2026-0001')).toHaveLength(2);
  });

  it('killed at any prompt and begun again: each of those who had it once, in their talk, and then the news go on', async () => {
    for (const dies of [1, 25, 26, 60]) {
      await world.empty();
      let prompts = 0;
      const place = house(() => {
        prompts += 1;
        if (prompts === dies) throw unavailable('store_unavailable', 'killed');
      });
      const former = await world.itemIn('published');
      await place.listen(former, 60);
      const item = await place.amend.publish(awa(), await readyFor(former), {});
      await place.runAll();
      const ids = [...place.heard.values()].flat();
      expect(ids).toHaveLength(60);
      expect(new Set(ids.map(({ id }) => id))).toEqual(new Set([fateId('corrected', 'ML-2026-0001', 2)]));
      expect(await place.sends.find(fateSend(item.id, 'corrected'), 2)).toMatchObject({
        state: 'done',
        of: 60,
        sent: 60,
      });
      expect(await place.receipts.reach(item.number!, 1)).toEqual({ had: 60, told: 60 });
      expect(place.dues.at(-1)).toMatchObject({ kind: SEND, params: { update: item.id, version: 2 } });
      await place.runAll();
      expect([...place.heard.values()].flat()).toHaveLength(60);
    }
  });

  it('who said stop hears nothing, who read it already hears it once, who had none hears none', async () => {
    const place = house();
    const former = await world.itemIn('published');
    await place.listen(former, 3);
    place.stopped.add('talk-p0');
    const item = await place.amend.publish(awa(), await readyFor(former), {});
    // Its title is told with the week's, as the page before says.
    expect(place.dues).toContainEqual(expect.objectContaining({ kind: DIGEST }));
    await place.told('p1', 'ML-2026-0001', 2);
    await place.runAll();
    expect([...place.heard].filter(([, ids]) => ids.length > 0).map(([talk]) => talk)).toEqual(['talk-p2']);
    expect(await place.sends.find(fateSend(item.id, 'corrected'), 2)).toMatchObject({
      of: 3,
      sent: 2,
      unwanted: 1,
    });
    expect(await place.receipts.reach(item.number!, 1)).toEqual({ had: 3, told: 2 });
  });

  it('who had it on two channels hears it once: where it was last said, or elsewhere if nobody is there any more', async () => {
    for (const [gone, hears] of [
      [[], 'talk-phone'],
      [['talk-phone'], 'talk-p0'],
      [['talk-phone', 'talk-p0'], undefined],
    ] as const) {
      await world.empty();
      const place = house();
      const former = await world.itemIn('published');
      await place.listen(former, 2);
      // Joined: the second account heard the same before it was theirs, and hears it once more as theirs.
      await place.told('phone', 'ML-2026-0001', 1);
      await place.owned.unite('phone', 'p0');
      place.joined.set('talk-phone', 'p0');
      for (const talk of gone) place.stopped.add(talk);
      const item = await place.amend.publish(awa(), await readyFor(former), {});
      await place.runAll();
      expect([...place.heard.keys()].filter((talk) => talk !== 'talk-p1')).toEqual(hears ? [hears] : []);
      expect(await place.sends.find(fateSend(item.id, 'corrected'), 2)).toMatchObject({ of: 2 });
    }
  });

  it('where only a channel is left that takes nothing first, it waits; another talk of theirs comes before that', async () => {
    for (const [ways, told, waits] of [
      [{ 'talk-p0': 'next' }, ['talk-phone'], []],
      [{ 'talk-phone': 'next' }, ['talk-p0'], []],
      [{ 'talk-phone': 'next', 'talk-p0': 'hardly' }, [], ['p0']],
      [{ 'talk-phone': 'hardly' }, ['talk-p0'], []],
      [{ 'talk-phone': 'next', 'talk-p0': 'next' }, [], ['p0']],
      [{ 'talk-phone': 'hardly', 'talk-p0': 'hardly' }, ['talk-phone'], []],
    ] as const) {
      await world.empty();
      const place = house();
      for (const [talk, way] of Object.entries(ways)) place.ways.set(talk, way);
      const former = await world.itemIn('published');
      await place.listen(former, 1);
      await place.told('phone', 'ML-2026-0001', 1);
      await place.owned.unite('phone', 'p0');
      place.joined.set('talk-phone', 'p0');
      await place.amend.publish(awa(), await readyFor(former), {});
      await place.runAll();
      const id = fateId('corrected', 'ML-2026-0001', 2);
      expect([ways, [...place.heard.keys()], place.waiting]).toEqual([
        ways,
        told,
        waits.map((person) => `${person} ${id}`),
      ]);
      // Nobody counts as knowing it before it was said to them.
      expect(await place.receipts.reach(former.number!, 1)).toEqual({ had: 1, told: told.length });
    }
  });

  it('what waits is said by the same flow, and only as long as it stands', async () => {
    const former = await world.itemIn('published');
    const fates = waitingFates(publishedStore(world.db));
    const [second, gone] = [fateId('corrected', 'ML-2026-0001', 2), fateId('withdrawn', 'ML-2026-0001', 2)];
    expect([second, gone, 'b1', 'update:ML-2026-0001:1'].map((id) => fates.ids.test(id))).toEqual([
      ...[true, true, false, false],
    ]);
    expect(fates.said(second)).toEqual({
      flow: 'nouvelle-corrigee',
      params: { numero: 'ML-2026-0001', version: 2 },
    });
    expect(() => fates.said('b1')).toThrow('none of the fates');
    expect(await fates.wanted(second)).toBe(false);
    const item = await world.correctionOf(former);
    expect([await fates.wanted(second), await fates.wanted(gone)]).toEqual([true, false]);
    await world.desk.move(awa(), item.id, WITHDRAW);
    expect([await fates.wanted(second), await fates.wanted(gone)]).toEqual([false, true]);
  });

  it('a receipt has each talk once; who leaves with one takes it along, and who stays keeps the rest', async () => {
    const place = house();
    const item = await world.itemIn('published');
    for (const who of ['p0', 'phone', 'web']) await place.told(who, 'ML-2026-0001', 1);
    for (let time = 0; time < 2; time += 1)
      for (const who of ['phone', 'web']) await place.owned.unite(who, 'p0');
    for (let time = 0; time < 3; time += 1) await place.told('p0', 'ML-2026-0001', 1);
    const talks = async (person: string) => {
      const kept = await place.receipts.find(receiptId(fingerprint, item.number!, person));
      return kept?.talks ?? [];
    };
    expect(await talks('p0')).toEqual(['talk-phone', 'talk-web', 'talk-p0']);
    await place.owned.part({ from: 'p0', to: 'alone', conversation: 'talk-p0' });
    await place.owned.part({ from: 'p0', to: 'alone', conversation: 'talk-p0' });
    expect([await talks('p0'), await talks('alone')]).toEqual([['talk-phone', 'talk-web'], ['talk-p0']]);
    await place.owned.part({ from: 'p0', to: 'other', conversation: 'talk-phone' });
    await place.owned.part({ from: 'p0', to: 'last', conversation: 'talk-web' });
    expect([await talks('p0'), await talks('other'), await talks('last')]).toEqual([
      [],
      ['talk-phone'],
      ['talk-web'],
    ]);
  });

  it('a receipt from before there were several talks is read, and joined with others', async () => {
    const place = house();
    const item = await world.itemIn('published');
    await place.listen(item, 1);
    const receipts = world.db.collection('update_receipts');
    await receipts.updateMany({}, { $unset: { talk: '', others: '' } });
    await place.told('phone', 'ML-2026-0001', 1);
    await place.owned.unite('phone', 'p0');
    const kept = await place.receipts.find(receiptId(fingerprint, item.number!, 'p0'));
    expect(kept?.talks).toEqual(['talk-p0', 'talk-phone']);
  });

  it('a correction of the correction goes to who had either; the first one goes no further', async () => {
    const place = house();
    const former = await world.itemIn('published');
    await place.listen(former, 30);
    const second = await place.amend.publish(awa(), await readyFor(former), {});
    const third = await place.amend.publish(awa(), await readyFor(second), {});
    await place.runAll();
    expect(new Set([...place.heard.values()].flat().map(({ id }) => id))).toEqual(
      new Set([fateId('corrected', 'ML-2026-0001', 3)]),
    );
    expect(place.heard.size).toBe(30);
    expect(third.publication?.version).toBe(3);
  });

  it('a withdrawal: all who had it, with a cause of the list and none of its free words; at night it rests unless it endangers', async () => {
    for (const [cause, rests] of [
      ['wrong', true],
      ['endangers', false],
    ] as const) {
      await world.empty();
      const place = house(undefined, Date.UTC(2026, 10, 21, 22));
      const item = await world.itemIn('published');
      await place.listen(item, 30);
      await place.amend.withdraw(awa(), item, { ...WITHDRAW, cause });
      const began = place.clock.now();
      await place.runAll();
      expect(place.heard.size).toBe(30);
      expect(place.clock.now() - began > 3_600_000).toBe(rests);
      expect(await place.receipts.reach(item.number!, 1)).toEqual({ had: 30, told: 30 });
      const said = await withdrawalCall(place.calls).run(
        { numero: 'ML-2026-0001', version: 1 },
        place.turnOf('p1'),
      );
      expect(said).toEqual({
        ...{ numero: 'ML-2026-0001', titre: 'La charte est remise', voulue: true },
        cause: shipped.speaker.say('fr', { flow: 'nouvelle-retiree', key: `causes.${cause}` }),
      });
      expect((await world.log.of('ML-2026-0001')).at(-1)?.statement).toMatchObject({
        kind: 'withdrawn',
        reason: cause,
      });
    }
    for (const lang of ['fr', 'bm'])
      expect(
        new Set(
          CAUSES.map((cause) =>
            shipped.speaker.say(lang, { flow: 'nouvelle-retiree', key: `causes.${cause}` }),
          ),
        ).size,
      ).toBe(CAUSES.length);
  });

  it('a due-date whose move was never written tells nobody and ends', async () => {
    const place = house();
    const item = await world.itemIn('published');
    await place.listen(item, 2);
    const failing = place.amend.withdraw(awa(), item, { ...WITHDRAW, cause: 'because I say so' });
    await expect(failing).rejects.toMatchObject({ code: 'cause_missing' });
    await place.runAll();
    expect(place.heard.size).toBe(0);
    for (const other of ['update:ML-2026-0001:1', 'update-denied:ML-2026-0001:1', 'update-corrected:x:1', ''])
      expect(readFate(other)).toBeUndefined();
  });

  it('T6: a receipt names nobody; two of one person have nothing in common, and an older version changes nothing', async () => {
    const place = house();
    const [one, two] = [await world.itemIn('published'), await world.itemIn('published')];
    await place.listen(await world.correctionOf(one), 1);
    await place.listen(one, 1);
    await place.listen(two, 1);
    const kept = await world.db.collection('update_receipts').find().toArray();
    const tails = kept.map(({ _id }) =>
      (_id as unknown as { buffer: Buffer }).buffer.toString('hex').slice(16),
    );
    expect(new Set(tails).size).toBe(2);
    expect(Buffer.concat(kept.map((each) => Buffer.from(JSON.stringify(each)))).includes('talk-p0')).toBe(
      false,
    );
    expect(kept.map(({ first, last, day }) => [first, last, day].join(' ')).sort()).toEqual([
      '1 1 2026-11-21',
      '1 2 2026-11-21',
    ]);
    expect(await place.receipts.versionOf('p0', one.number!)).toBe(2);
  });

  it('T4: erased, united and parted, receipts go with their person', async () => {
    const place = house();
    const items = [await world.itemIn('published'), await world.itemIn('published')];
    for (const item of items) await place.listen(item, 2);
    expect(await place.owned.kept('p0')).toBe(2);
    await place.owned.unite('p0', 'host');
    await place.owned.unite('p0', 'host');
    expect([await place.owned.kept('p0'), await place.owned.kept('host')]).toEqual([0, 2]);
    await place.owned.part({ from: 'host', to: 'x', conversation: 'another-talk' });
    await place.owned.part({ from: 'host', to: 'alone', conversation: 'talk-p0' });
    expect([await place.owned.kept('host'), await place.owned.kept('alone')]).toEqual([0, 2]);
    expect([await place.owned.erase('alone'), await place.owned.erase('alone')]).toEqual([2, 0]);
    expect(await place.receipts.count(items[0]!.number!, 1)).toBe(1);
  });

  it('what is no receipt is refused by name', () => {
    const effect = receiptEffect(async () => undefined);
    for (const params of [
      {},
      { numero: 'x', version: 1 },
      { numero: 'ML-2026-0001', version: 0 },
      { numero: 'ML-2026-0001', version: 1, more: 1 },
    ])
      expect(() => effect.from({ kind: 'asked_for', effect: 'updates.received', params })).toThrow(
        'do not fit',
      );
    expect(effect.from({ kind: 'asked_for', effect: 'updates.subscribe', params: {} })).toEqual([]);
  });
});
