import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { momentOf } from '../../src/capabilities/volunteers/when.ts';
import { dayOf, daysAfter } from '../../src/domain/clock.ts';
import { until } from '../channels/until.ts';
import { type TestDatabase, testDatabase } from '../mongo/database.ts';
import { buildPlan } from '../volunteers/volunteers-world.ts';
import { type Colleague, colleague, fact } from './colleague.ts';
import { type Item, newsOf, publish } from './newsroom.ts';
import { type Phone, telegramPhone, webPhone } from './phones.ts';
import { PATIENCE_MS, readyChild, type Running, startHere, upToDate } from './running.ts';
import { type Line, play, words } from './talk.ts';
import { type TalkingPlace, talkingPlace } from './talking-place.ts';
import * as jobs from './three-jobs.ts';

/** Four talks of thirty turns, a dozen pages, a few ends and starts, on a busy machine. */
const LONG_MS = 600_000;
const PLACES = 20;

beforeAll(() => upToDate(), LONG_MS);

describe('the three jobs of the campaign, in each language, on the chat page and on Telegram at once', () => {
  let database: TestDatabase;
  let place: TalkingPlace;
  let running: Running | undefined;

  beforeEach(async () => {
    database = await testDatabase();
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    await place.close();
    await database.drop();
  });

  it(
    'U2, U3, U10, V1, V4, T4: Telegram by polling, with an orderly restart in the middle',
    async () => {
      place = await talkingPlace(database.uri, { mode: 'polling' });
      const here = await startHere(place);
      running = here;
      const staff = await staffOf(here);
      await campaign(staff, async () => {
        await running?.stop();
        running = await startHere(place);
      });
    },
    LONG_MS,
  );

  it(
    'T26: Telegram by webhook, with a kill -9 in the middle',
    async () => {
      place = await talkingPlace(database.uri, { mode: 'webhook' });
      const here = await startHere(place);
      running = here;
      const staff = await staffOf(here);
      await here.stop();
      let child = await readyChild(place);
      running = child;
      await campaign(staff, async () => {
        // Between two turns, or a reply would come again, marked (COMMIT rule 10); within one: test/crash.
        await place.settled();
        await child.kill();
        child = await readyChild(place);
        running = child;
      });
    },
    LONG_MS,
  );

  type Staff = Record<'editor' | 'verifier' | 'organiser' | 'viewer', Colleague>;

  const staffOf = async ({ house }: Awaited<ReturnType<typeof startHere>>): Promise<Staff> => ({
    editor: await colleague(place, house.staff, 'editor', 'Awa Diarra'),
    verifier: await colleague(place, house.staff, 'verifier', 'Binta Diarra'),
    organiser: await colleague(place, house.staff, 'organiser', 'Chaka Diarra'),
    viewer: await colleague(place, house.staff, 'viewer', 'Dado Diarra'),
  });

  async function campaign(staff: Staff, restart: () => Promise<void>): Promise<void> {
    const { editor, verifier, organiser, viewer } = staff;
    const prepared: jobs.Prepared = {
      older: await publish(editor, verifier, OLDER),
      newest: await publish(editor, verifier, BOTH_LANGUAGES),
      activity: await openActivity(organiser),
    };
    // A busy machine may be late with them: whoever subscribes while an item is being sent gets it too.
    for (const item of [prepared.older, prepared.newest]) await sent(viewer, item, 0);
    const talkers: { phone: Phone; words: (typeof jobs.SPEAKERS)[number] }[] = [];
    for (const [at, words] of jobs.SPEAKERS.entries()) {
      talkers.push({ phone: await webPhone(place), words });
      talkers.push({ phone: telegramPhone(place.telegram, 7001 + at), words });
    }
    const all = (lines: (words: (typeof jobs.SPEAKERS)[number]) => Line[]): Promise<unknown> =>
      Promise.all(talkers.map(({ phone, words }) => play(phone, words.lang, lines(words))));

    await all(jobs.opinion);
    await all((words) => jobs.news(words, prepared));
    await restart();
    await all((words) => {
      const lines = jobs.sheet(words);
      expect(jobs.answersOf(lines)).toBeLessThanOrEqual(8);
      return lines;
    });
    await all((words) => jobs.look(words, prepared));
    await all((words) => jobs.signUp(words, prepared));
    await place.settled();
    await onTheList(staff, prepared, { confirmed: talkers.length, cancelled: 0 });

    await heardOnce(staff, talkers);
    await all((words) => [...jobs.myPlace(words, prepared), ...jobs.giveBack()]);
    await place.settled();
    await onTheList(staff, prepared, { confirmed: 0, cancelled: talkers.length });
    await all((words) => jobs.myData(words, 1));
    await all(jobs.stop);
    await place.settled();
    await unheard(staff, talkers);

    // What the pages count is what was said.
    const results = await viewer.page('/surveys/sondage-paix');
    expect(['Participants', 'Allés au bout'].map((term) => fact(results, term))).toEqual(['4', '4']);
    for (const collection of ['volunteers', 'update_subscriptions', 'volunteer_signups'])
      expect(await place.connection.collection(collection).countDocuments()).toBe(talkers.length);
    expect(await place.connection.collection('survey_answers').countDocuments()).toBe(talkers.length * 5);
  }

  /** A new item reaches every subscriber once, in their language, and its page counts them. */
  async function heardOnce(
    { editor, verifier, viewer }: Staff,
    talkers: readonly { phone: Phone; words: { lang: string } }[],
  ): Promise<void> {
    const before = await Promise.all(talkers.map(async ({ phone }) => (await phone.heard()).length));
    const item = await publish(editor, verifier, {
      ...BOTH_LANGUAGES,
      tier: 'two_sources',
      funding: 'Fonds commun',
    });
    await sent(viewer, item, talkers.length);
    await place.settled();
    for (const [at, { phone, words: spoken }] of talkers.entries()) {
      const heard = (await phone.heard()).slice(before[at]).map(({ text }) => text);
      const says = [...newsOf(spoken.lang, 'nouvelle-publiee', item), 'nouvelle-publiee/partir'];
      expect(heard).toEqual([words(spoken.lang, says)]);
    }
  }

  /** After "stop" nobody is told of anything. */
  async function unheard(
    { editor, verifier, viewer }: Staff,
    talkers: readonly { phone: Phone }[],
  ): Promise<void> {
    const before = await Promise.all(talkers.map(async ({ phone }) => (await phone.heard()).length));
    await sent(viewer, await publish(editor, verifier, BOTH_LANGUAGES), 0);
    await place.settled();
    const after = await Promise.all(talkers.map(async ({ phone }) => (await phone.heard()).length));
    expect(after).toEqual(before);
  }

  async function sent(viewer: Colleague, { id }: Item, count: number): Promise<void> {
    let page = '';
    await until(
      async () => {
        page = await viewer.page(`/updates/${id}`);
        return page.includes('<strong>Terminé</strong>');
      },
      () => page,
      PATIENCE_MS,
    );
    expect([fact(page, 'Envoyées'), fact(page, 'Abonnés au départ')].map(Number)).toEqual([count, count]);
    expect(page).toContain('<strong>Binta Diarra</strong> a vérifié');
  }

  /** The organiser's list agrees with the chat, and shows no name. */
  async function onTheList(
    { organiser, viewer }: Staff,
    { activity: { id } }: jobs.Prepared,
    { confirmed, cancelled }: { confirmed: number; cancelled: number },
  ): Promise<void> {
    const page = await organiser.page(`/events/${id}`);
    expect(fact(page, 'Confirmés')).toContain(String(confirmed));
    expect(fact(page, 'Désistements')).toBe(String(cancelled));
    expect(page.match(/href="[^"]*\/people\/\d+"/gu) ?? []).toHaveLength(confirmed);
    for (const { nickname } of jobs.SPEAKERS) expect(page).not.toContain(nickname);
    expect(await viewer.page(`/events/${id}`)).not.toContain('/people/');
  }

  async function openActivity(organiser: Colleague): Promise<jobs.Prepared['activity']> {
    const now = Date.now();
    const date = daysAfter(dayOf(now), 3);
    const starts = momentOf({ day: date, time: '16:00' }, jobs.ZONE)!;
    const plan = buildPlan(now, {
      capacity: PLACES,
      starts,
      title: { fr: 'Match de quartier', bm: 'Ntola' },
    });
    const to = await organiser.sends('/events/new', {
      ...{ kind: plan.kind, title_fr: plan.title.fr, title_bm: plan.title.bm!, date, time: '16:00' },
      ...{ place: plan.place, exact: plan.exact!, capacity: String(PLACES), min_age: '15' },
      ...{ auth_by: plan.authorisation!.by, auth_day: plan.authorisation!.day },
    });
    const id = /events\/([^/?]+)/u.exec(to)?.[1] ?? '';
    await organiser.sends(`/events/${id}/open`);
    return { id, plan };
  }
});

const REVIEW_BY = daysAfter(dayOf(Date.now()), 200);

const BOTH_LANGUAGES = {
  reviewBy: REVIEW_BY,
  texts: {
    fr: {
      ...{ title: 'La charte est remise', first: 'Le texte compte 106 articles.' },
      ...{ second: 'Il est public depuis hier.', audio: '' },
    },
    bm: { title: 'Bɛnkansɛbɛn dira', first: 'Kuma 106 b’a kɔnɔ.', second: '', audio: '' },
  },
};

/** In one language only: whoever reads the other is told so. */
const OLDER = {
  ...{ reviewBy: REVIEW_BY, tier: 'official_statement' as const },
  ...{ source: { title: 'Presse', url: '', sha256: '' } },
};
