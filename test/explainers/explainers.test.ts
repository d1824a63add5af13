import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf } from '../../src/domain/clock.ts';
import { figuresOf } from '../../src/capabilities/explainers/questions/figures.ts';
import { expire } from '../../src/store/collections.ts';
import { mp3 } from '../media/mp3.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import { type ExplainersSite, explainersSite } from './explainers-site.ts';

const DAY_MS = 86_400_000;
const FICHE = {
  ...{
    fr_titre: 'La Charte',
    fr_question: 'C’est quoi, la Charte ?',
    fr_reponse: 'Un texte de 106 articles.',
  },
  ...{ fr_autres: 'la charte de paix', bm_titre: '', bm_question: '', bm_reponse: '', bm_autres: '' },
  ...{
    source: 'Journal officiel',
    lien: 'https://example.org/charte',
    theme: 'charte',
    revoir: '2027-05-01',
  },
};

let world: ExplainersSite;
let office: string;
beforeAll(async () => {
  world = await explainersSite();
  const made = await world.as('chaka', '/questions/offices/new', {
    form: { name: 'Bureau des jeunes', days: '7', theme_charte: 'oui', theme_autre: 'oui' },
  });
  expect(made.status).toBe(303);
  office = idIn((await world.as('chaka', '/questions/offices')).body);
}, 240_000);
afterAll(() => world.close());

const idIn = (body: string): string => /questions\/offices\/([\w-]{16})"/.exec(body)?.[1] ?? '';
const path = (to: string): string => to.replace('/staff', '').replace(/\?.*/, '');

/** An explainer as far as its first writer brings it. */
async function written(of: Partial<typeof FICHE> = {}): Promise<string> {
  const made = await world.as('awa', '/explainers/new', { form: { ...FICHE, bureau: office, ...of } });
  expect(made.status).toBe(303);
  return path(made.to);
}
const handIn = async (at: string): Promise<number> =>
  (await world.as('awa', `${at}/submit`, { form: { seen: await world.hidden('awa', at, 'seen') } })).status;
const approve = async (who: 'binta' | 'chaka' | 'awa', at: string) =>
  world.as(who, `${at}/approve`, { form: { seen: await world.hidden('binta', `${at}/approve`, 'seen') } });
/** What was read a moment ago is read anew. */
const later = (): void => world.wait(3000);

describe('U8: explainers, written by one and verified by another', () => {
  it('are read only once another person approved exactly what was handed in, and leave at once when taken back', async () => {
    const at = await written();
    expect(await world.call('explainers.find', { mots: 'sharte' }, 'p')).toEqual([]);
    expect(await handIn(at)).toBe(303);
    expect((await world.as('awa', `${at}/approve`, { form: { seen: 'x' } })).status).toBe(403);
    expect((await world.as('binta', `${at}/approve`, { form: { seen: 'x' } })).status).toBe(409);
    expect((await world.as('binta', `${at}/reject`, { form: { seen: 'x', reason: '' } })).status).toBe(409);
    expect((await approve('binta', at)).status).toBe(303);
    later();
    const [found] = (await world.call('explainers.find', { mots: 'cest koi la sharte' }, 'p')) as {
      key: string;
    }[];
    expect(found).toMatchObject({ label: 'La Charte' });
    expect(await world.call('explainers.read', { fiche: found!.key }, 'p')).toMatchObject({
      ...{
        la: true,
        reponse: 'Un texte de 106 articles.',
        source: 'Journal officiel',
        bureau: 'Bureau des jeunes',
      },
    });
    const page = (await world.read('/questions')).body;
    for (const words of ['C’est quoi, la Charte ?', 'Journal officiel', 'Bureau des jeunes'])
      expect(page).toContain(words);
    expect((await world.read('/questions?lang=bm')).body).toContain('Nin sɛbɛn tɛ bamanankan na fɔlɔ.');

    // Changed by one person: readers see the former words until another approves.
    const rev = await world.hidden('awa', `${at}/edit`, 'rev');
    const edited = { ...FICHE, bureau: office, fr_reponse: 'Autre chose.', rev };
    expect((await world.as('awa', `${at}/edit`, { form: edited })).status).toBe(303);
    expect((await world.as('awa', `${at}/edit`, { form: edited })).status).toBe(409);
    later();
    expect(await world.call('explainers.read', { fiche: found!.key }, 'p')).toMatchObject({
      reponse: 'Un texte de 106 articles.',
    });
    expect((await world.as('awa', `${at}/withdraw`, { form: { reason: '' } })).status).toBe(400);
    expect((await world.as('awa', `${at}/withdraw`, { form: { reason: 'Plus vrai' } })).status).toBe(303);
    later();
    expect(await world.call('explainers.read', { fiche: found!.key }, 'p')).toEqual({ la: false });
    expect((await world.read('/questions')).body).not.toContain('106 articles');
  }, 240_000);

  it('refuses what is too long, no day, no address, no choice, and a field that is none of ours', async () => {
    const wrong = {
      revoir: '2027-02-31',
      lien: 'javascript:alert(1)',
      theme: 'sport',
      fr_titre: 'x'.repeat(21),
    };
    const answer = await world.as('awa', '/explainers/new', { form: { ...FICHE, bureau: office, ...wrong } });
    expect(answer.status).toBe(400);
    expect(answer.body.match(/field-error/g)).toHaveLength(4);
    const more = { ...FICHE, bureau: office, state: 'approved' };
    expect((await world.as('awa', '/explainers/new', { form: more })).status).toBe(400);
    expect((await world.as('dado', '/explainers/new')).status).toBe(403);
    // Unfinished, it is kept but not handed in.
    const at = await written({ source: '' });
    expect((await world.as('awa', at)).body).toContain('Il manque encore');
    expect((await world.as('awa', `${at}/submit`, { form: { seen: '' } })).status).toBe(409);
    expect((await world.as('eve', at)).status).toBe(404);
  });
  it('past its day of review it is offered no more', async () => {
    const at = await written({ revoir: dayOf(world.now()) });
    await handIn(at);
    await approve('binta', at);
    later();
    expect(await world.call('explainers.find', { mots: 'la charte' }, 'p')).toHaveLength(1);
    world.wait(DAY_MS);
    expect(await world.call('explainers.find', { mots: 'la charte' }, 'p')).toEqual([]);
    expect((await world.as('awa', '/explainers?etat=a-revoir')).status).not.toBe(500);
  });
});

describe('U8: a question that nothing explains goes to a named office, and its answer comes back', () => {
  const question = async (person: string, mots: string): Promise<string> => {
    const ticket = (await world.call('explainers.ticket', {}, person)) as { billet: string };
    await world.pass(person, mots, { bureau: office, billet: ticket.billet });
    return ticket.billet;
  };
  const pageOf = async (ticket: string): Promise<string> => {
    const list = (await world.as('chaka', '/questions')).body;
    return `/questions/${new RegExp(`questions/([0-9a-f]{32})">${ticket}`).exec(list)?.[1] ?? 'none'}`;
  };

  it('with its words on its own page alone, recorded as a look, and never in the list', async () => {
    const ticket = await question('moussa', 'ou est le <b>centre</b> de paix');
    expect(ticket).toMatch(/^Q-\d{4}-\d{4}$/);
    const list = (await world.as('chaka', '/questions')).body;
    expect(list).toContain(ticket);
    expect(list).not.toContain('centre');
    world.site.audited.length = 0;
    const shown = await world.as('chaka', await pageOf(ticket));
    expect(shown.body).toContain('&lt;b>centre');
    expect(world.site.audited.length).toBeGreaterThan(0);
    expect((await world.as('eve', await pageOf(ticket))).status).toBe(404);
    // Who publishes never sees who wrote (T36).
    for (const who of ['awa', 'binta', 'dado'] as const)
      expect((await world.as(who, await pageOf(ticket))).status).toBe(403);
  });

  it('is answered once, told once, and to nobody else', async () => {
    const ticket = await question('fatou', 'quand vient le juge de paix');
    const at = await pageOf(ticket);
    expect((await world.as('gao', at, { form: { reponse: '' } })).status).toBe(400);
    expect((await world.as('gao', at, { form: { reponse: 'x'.repeat(501) } })).status).toBe(400);
    expect((await world.as('gao', at, { form: { reponse: 'Le mardi.', office: 'x' } })).status).toBe(400);
    expect((await world.as('gao', at, { form: { reponse: 'Le mardi.' } })).status).toBe(303);
    expect((await world.as('chaka', at, { form: { reponse: 'Jamais.' } })).status).toBe(409);
    await world.runDue();
    await world.runDue();
    expect(world.prompts).toHaveLength(1);
    const [prompted] = world.prompts;
    expect(prompted).toMatchObject({ flow: 'reponse', conversation: 'talk-of-fatou' });
    const id = prompted!.params['question']!;
    expect(await world.call('explainers.answer', { question: id }, 'fatou')).toEqual({
      ...{ la: true, billet: ticket, bureau: 'Bureau des jeunes', reponse: 'Le mardi.', ko: null },
    });
    expect(await world.call('explainers.answer', { question: id }, 'moussa')).toEqual({ la: false });
    // What an explainer of it begins with is the office's words, never the person's.
    const begun = (await world.as('chaka', `/explainers/new?question=${String(id)}`)).body;
    expect(begun).toContain('Le mardi.');
    expect(begun).not.toContain('juge');
  });

  it('somebody who left is told of nothing; an erased one cannot be answered, and nothing of theirs is left', async () => {
    const left = await question('issa', 'le prix du titre foncier');
    world.gone.add('talk-of-issa');
    await world.as('gao', await pageOf(left), { form: { reponse: 'Au cercle.' } });
    await world.runDue();
    expect(world.prompts).toHaveLength(1);
    const erased = await question('oumou', 'mon voisin a une arme');
    const at = await pageOf(erased);
    const key = world.keys.get('oumou')!;
    world.keys.delete('oumou');
    expect((await world.as('gao', at)).body).not.toContain('arme');
    expect((await world.as('gao', at, { form: { reponse: 'Appelez.' } })).status).toBe(409);
    world.keys.set('oumou', key);
    expect(await world.capability.kept('oumou')).toEqual({ questions: 1 });
    expect(await world.capability.eraseFor('oumou')).toBe(1);
    expect(await world.capability.kept('oumou')).toEqual({ questions: 0 });
    expect((await world.as('gao', at)).status).toBe(404);
  });

  it('whose person becomes another while it is answered is answered all the same, and opens for who has it now', async () => {
    const asked = (person: string) =>
      world.call('explainers.answer', { question: world.prompts.at(-1)!.params['question']! }, person);
    for (const person of ['sira', 'tene']) world.keys.set(person, randomBytes(32));
    const first = await pageOf(await question('sira', 'un juge pour la commune'));
    world.meanwhile.run = () => world.capability.owned.unite('sira', 'tene');
    expect((await world.as('gao', first, { form: { reponse: 'En mars.' } })).status).toBe(303);
    await world.runDue();
    expect(await asked('tene')).toMatchObject({ la: true, reponse: 'En mars.' });
    const second = await pageOf(await question('sira', 'un puits pour la commune'));
    world.meanwhile.run = () => world.as('gao', second, { form: { reponse: 'En avril.' } });
    await world.capability.owned.unite('sira', 'tene');
    await world.runDue();
    expect(await asked('tene')).toMatchObject({ la: true, reponse: 'En avril.' });
    expect(await world.capability.eraseFor('sira')).toBe(0);
    expect(await world.capability.eraseFor('tene')).toBe(2);
    world.prompts.splice(1);
  });

  it('three that wait are enough of one person; of two who become one the questions are the one’s', async () => {
    for (const mots of ['un puits ?', 'deux puits ?', 'trois puits ?']) await question('kadi', mots);
    expect(await world.call('explainers.office', { theme: 'charte' }, 'kadi')).toMatchObject({
      pleine: true,
    });
    world.keys.set('ami', world.keys.get('moussa')!);
    await world.capability.owned.unite('kadi', 'ami');
    await world.capability.owned.unite('kadi', 'ami');
    expect(await world.capability.kept('ami')).toEqual({ questions: 3 });
    expect(await world.capability.kept('kadi')).toEqual({ questions: 0 });
    await world.capability.owned.part({ from: 'ami', to: 'kadi', conversation: 'talk-of-kadi' });
    expect(await world.capability.kept('kadi')).toEqual({ questions: 3 });
    // A data void: what is asked alike stands together, with its words.
    const groups = (await world.as('gao', '/questions/groups')).body;
    expect(groups).toContain('3 fois');
  });

  it('is passed on to another office, with a reason, and whoever asked is told under the same number', async () => {
    const judge = await world.as('chaka', '/questions/offices/new', {
      form: { name: 'Bureau du juge', days: '3' },
    });
    expect(judge.status).toBe(303);
    const list = (await world.as('chaka', '/questions/offices')).body;
    const other = /questions\/offices\/([\w-]{16})">Bureau du juge/.exec(list)?.[1] ?? '';
    const ticket = await question('nana', 'quand vient le juge');
    const at = await pageOf(ticket);
    const pass = (form: Record<string, string>) => world.as('gao', `${at}/pass`, { form });
    const why = 'C’est au juge de le dire.';
    for (const [form, status] of [
      [{ bureau: other, raison: ' ' }, 400],
      [{ bureau: other, raison: 'x'.repeat(201) }, 400],
      [{ bureau: '', raison: why }, 400],
      [{ bureau: office, raison: why }, 400],
      [{ bureau: other, raison: why, billet: 'x' }, 400],
    ] as const)
      expect([form, (await pass(form)).status]).toEqual([form, status]);
    for (const who of ['awa', 'binta', 'dado'] as const)
      expect((await world.as(who, `${at}/pass`, { form: { bureau: other, raison: why } })).status).toBe(403);
    expect((await world.as('eve', `${at}/pass`, { form: { bureau: other, raison: why } })).status).toBe(404);
    world.wait(4 * DAY_MS);
    const before = world.prompts.length;
    world.site.audited.length = 0;
    expect((await pass({ bureau: other, raison: why })).status).toBe(303);
    // The record names offices, and holds nobody's words.
    expect(JSON.stringify(world.site.audited)).toContain('questions.passed_on');
    expect(JSON.stringify(world.site.audited)).not.toContain('au juge');
    await world.runDue();
    await world.runDue();
    expect(world.prompts.slice(before)).toHaveLength(1);
    const { flow, conversation, params } = world.prompts.at(-1)!;
    expect({ flow, conversation }).toEqual({ flow: 'question-passee', conversation: 'talk-of-nana' });
    expect(await world.call('explainers.passed', params, 'nana')).toEqual({
      ...{ la: true, billet: ticket, bureau: 'Bureau du juge', jours: 3 },
    });
    expect(await world.call('explainers.passed', params, 'moussa')).toEqual({ la: false });
    const page = (await world.as('gao', at)).body;
    for (const words of ['De « Bureau des jeunes » à « Bureau du juge »', why, 'À ce bureau depuis le'])
      expect(page).toContain(words);
    // What the other office promises counts from the day it came there.
    expect(page).not.toContain('En retard');
    const outcomes = world.site.connection.db!.collection('explainer_outcomes');
    const [today, asked] = [dayOf(world.now()), dayOf(world.now() - 4 * DAY_MS)];
    expect(await outcomes.find({ office: other }).toArray()).toMatchObject([{ day: today, answered: null }]);
    expect(await outcomes.find({ passed: today }).toArray()).toMatchObject([
      { office, day: asked, answered: null },
    ]);
    // Whose person becomes another keeps its way; nobody passes on what was answered.
    world.keys.set('nene', randomBytes(32));
    await world.capability.owned.unite('nana', 'nene');
    expect((await world.as('gao', at)).body).toContain(why);
    for (const [bureau, status] of [
      [office, 303],
      [other, 303],
      [office, 409],
    ] as const)
      expect((await pass({ bureau, raison: why })).status).toBe(status);
    await world.runDue();
    // Of several passings only the newest is told.
    expect(world.prompts.slice(before).map((each) => each.params['rang'])).toEqual([1, 3]);
    expect(await world.call('explainers.passed', params, 'nene')).toEqual({ la: false });
    world.wait(DAY_MS);
    expect((await world.as('gao', at, { form: { reponse: 'Lundi.' } })).status).toBe(303);
    expect(await outcomes.find({ answered: dayOf(world.now()) }).toArray()).toMatchObject([
      { office: other, day: today },
    ]);
    expect((await pass({ bureau: office, raison: why })).status).toBe(409);
    await world.runDue();
    expect(world.prompts.slice(before)).toHaveLength(3);
    const kept = await outcomes.countDocuments();
    expect(await world.capability.eraseFor('nene')).toBe(1);
    expect(await outcomes.countDocuments()).toBe(kept - 4);
    world.prompts.splice(before);
    world.wait(-5 * DAY_MS);
  });

  it('two who pass it on at once: one does, the other is told how it stands; an erased one cannot be', async () => {
    const list = (await world.as('chaka', '/questions/offices')).body;
    const other = /questions\/offices\/([\w-]{16})">Bureau du juge/.exec(list)?.[1] ?? '';
    const at = await pageOf(await question('niele', 'qui garde le registre'));
    const form = { bureau: other, raison: 'À eux.' };
    world.meanwhile.run = () => world.as('chaka', `${at}/pass`, { form });
    expect((await world.as('gao', `${at}/pass`, { form })).status).toBe(409);
    await world.runDue();
    expect(world.prompts.at(-1)).toMatchObject({ flow: 'question-passee', params: { rang: 1 } });
    world.prompts.pop();
    const key = world.keys.get('niele')!;
    world.keys.delete('niele');
    expect((await world.as('gao', `${at}/pass`, { form: { ...form, bureau: office } })).status).toBe(409);
    world.keys.set('niele', key);
    await world.capability.eraseFor('niele');
  });

  it('of what was passed on the figures speak where it went, and of few nowhere', () => {
    const outcome = (office: string, answered: string | null, passed?: string) => ({
      ...{ org: 'o', office, theme: 'charte', day: '2026-11-01', answered },
      ...(passed === undefined ? {} : { passed }),
    });
    const of = (all: Parameters<typeof figuresOf>[0]) =>
      Object.fromEntries(figuresOf(all, 2).map((each) => [each.office, each.shown]));
    expect(
      of([
        ...[outcome('a', '2026-11-03'), outcome('a', '2026-11-05'), outcome('a', null)],
        ...[outcome('a', null, '2026-11-02'), outcome('a', null, '2026-11-04')],
        ...[outcome('b', '2026-11-02'), outcome('b', null), outcome('b', null, '2026-11-02')],
        ...[outcome('c', '2026-11-02'), outcome('c', null, '2026-11-02')],
      ]),
    ).toEqual({
      a: { asked: 3, answered: 2, medianDays: 4, passed: 2 },
      b: { asked: 2, answered: 1, medianDays: null, passed: null },
      c: null,
    });
  });

  it('C14, C8: a voice goes with the words, its weight said before; to whoever asked and nobody else, sealed, and gone with them', async () => {
    const ticket = await question('awa-k', 'quand ouvre le bureau');
    const at = await pageOf(ticket);
    const words = 'mots dits au micro';
    const voix = oggOpus({ seconds: 20, packetBytes: 60, words });
    const send = (with_: Buffer, reponse = 'Lundi à 8 h.') =>
      world.as('gao', at, { form: { reponse }, voix: with_ });
    for (const [wrong, why] of [
      [oggOpus({ seconds: 60 }), 'Plus de 45 secondes'],
      [oggOpus({ seconds: 40, packetBytes: 200 }), 'Plus de 150 ko'],
      [Buffer.from('OggS, dit-il'), 'n’est pas le son'],
      [mp3(), 'Il faut un son Opus'],
    ] as const) {
      const answer = await send(wrong);
      expect([answer.status, answer.body.includes(why), answer.body.includes('Lundi à 8 h.')]).toEqual([
        400,
        true,
        true,
      ]);
    }
    expect((await send(voix, '')).body).toContain('Joignez la voix de nouveau');
    expect((await send(voix)).status).toBe(303);
    const media = world.site.connection.db!.collection('citizen_media');
    expect(await media.countDocuments()).toBe(1);
    expect(JSON.stringify(await media.find().toArray())).not.toContain(
      Buffer.from(words).toString('base64').slice(0, 12),
    );
    await world.runDue();
    const { params } = world.prompts.at(-1)!;
    const asked = { question: params['question']! };
    const ko = Math.ceil(voix.length / 1000);
    expect(await world.call('explainers.answer', asked, 'awa-k')).toMatchObject({
      reponse: 'Lundi à 8 h.',
      ko,
    });
    expect(await world.call('explainers.voice', {}, 'moussa')).toEqual({ voix: null });
    const { voix: id } = (await world.call('explainers.voice', {}, 'awa-k')) as { voix: string };
    expect((await world.spoken.spoken(id))?.bytes.includes(words)).toBe(true);
    expect((await world.as('gao', at)).body).toContain(`La voix pèse ${String(ko)} ko`);
    expect((await world.as('gao', `${at}/voice`)).status).toBe(200);
    for (const who of ['awa', 'dado'] as const) expect((await world.as(who, `${at}/voice`)).status).toBe(403);
    expect((await world.as('eve', `${at}/voice`)).status).toBe(404);
    // What citizens send is never opened by that way, and their own count is of what they sent.
    await world.spoken.put(
      'a'.repeat(32),
      'awa-k',
      { media: 'voice', type: 'audio/ogg', bytes: voix },
      { day: '2026-11-21', lang: 'fr' },
    );
    expect(await world.spoken.spoken('a'.repeat(32))).toBeNull();
    expect(await world.spoken.countOf('awa-k')).toBe(1);
    // It goes with who asked, to whoever they are by then.
    world.keys.set('awa-l', randomBytes(32));
    await world.capability.owned.part({ from: 'awa-k', to: 'awa-l', conversation: 'talk-of-awa-k' });
    world.keys.delete('awa-k');
    expect(await world.call('explainers.voice', {}, 'awa-l')).toMatchObject({ voix: id, billet: ticket });
    expect(await world.spoken.eraseFor('awa-l')).toBe(1);
    expect(await world.call('explainers.voice', {}, 'awa-l')).toEqual({ voix: null });
    expect((await world.as('gao', `${at}/voice`)).status).toBe(404);
    await world.capability.eraseFor('awa-l');
    await media.deleteMany({});
    world.prompts.pop();
  });

  it('of two who answer at once with a voice, one is heard, and what the other said is gone', async () => {
    const at = await pageOf(await question('bakary', 'qui paie la route'));
    const [one, two] = [oggOpus({ seconds: 2, words: 'un' }), oggOpus({ seconds: 2, words: 'deux' })];
    world.meanwhile.run = () => world.as('chaka', at, { form: { reponse: 'Un.' }, voix: one });
    expect((await world.as('gao', at, { form: { reponse: 'Deux.' }, voix: two })).status).toBe(409);
    const media = world.site.connection.db!.collection('citizen_media');
    expect(await media.countDocuments()).toBe(1);
    await world.runDue();
    world.prompts.pop();
    const { voix } = (await world.call('explainers.voice', {}, 'bakary')) as { voix: string };
    expect((await world.spoken.spoken(voix))?.bytes.includes('un')).toBe(true);
    await world.capability.eraseFor('bakary');
    await media.deleteMany({});
  });

  it('is overdue after what its office promised; the public figures keep quiet below the bound', async () => {
    world.wait(8 * DAY_MS);
    expect((await world.as('gao', '/questions')).body).toContain('En retard');
    const page = (await world.read('/questions')).body;
    expect(page).toMatch(/<td>6<\/td><td>2 \(33 %\)<\/td><td>le jour même<\/td>/);
    expect(
      (await world.as('chaka', '/questions/offices/new', { form: { name: 'Vide', days: '3' } })).status,
    ).toBe(303);
    expect((await world.read('/questions')).body).toContain('moins de 2 : pas montré');
    const taken = { name: 'Autre', days: '3', theme_charte: 'oui' };
    expect((await world.as('eve', '/questions/offices/new', { form: taken })).status).toBe(409);
    expect(
      (await world.as('chaka', '/questions/offices/new', { form: { name: '', days: '40' } })).status,
    ).toBe(400);
    expect((await world.as('awa', '/questions/offices/new')).status).toBe(403);
  });

  it('T5: answered words go after two weeks, others after three months, the figures stay a year', async () => {
    const db = world.site.connection.db!;
    const left = async (days: number) => {
      await expire(db, world.capability.collections, world.now() + days * DAY_MS);
      const [questions, outcomes] = await Promise.all(
        ['explainer_questions', 'explainer_outcomes'].map((name) => db.collection(name).countDocuments()),
      );
      return { questions, outcomes };
    };
    expect(await left(8)).toEqual({ questions: 4, outcomes: 6 });
    expect(await left(91)).toEqual({ questions: 0, outcomes: 6 });
    expect(await left(401)).toEqual({ questions: 0, outcomes: 0 });
  });
});

describe('the demonstration', () => {
  it('that is taken away and loaded again is read as it is now, on the same day too', async () => {
    const demo = world.capability.demo!;
    const begin = world.now() - 60 * DAY_MS;
    const load = async (): Promise<void> => {
      for (const deed of demo.deeds(begin, world.now(), 'benkan')) await deed.run();
    };
    const asked = async () => {
      const found = await world.call('explainers.find', { mots: 'la minusma' }, 'p');
      const [{ key } = { key: '' }] = found as { key: string }[];
      return world.call('explainers.read', { fiche: key }, 'p');
    };
    await load();
    later();
    expect(await asked()).toMatchObject({ la: true, bureau: expect.stringContaining('(exemple)') });
    await demo.sweep('');
    await load();
    later();
    // The office of what was read before is gone.
    expect(await asked()).toMatchObject({ la: true, bureau: expect.stringContaining('(exemple)') });
    await demo.sweep('');
    later();
    expect(await asked()).toEqual({ la: false });
  });
});

describe('U7: where do we stand?', () => {
  const stand = (params: Record<string, string | null> = {}) =>
    world.call('timeline.read', { apres: null, theme: null, region: null, ...params }, 'p') as Promise<
      Record<string, unknown>
    >;

  it('the shipped milestones, the newest first, each with its source and how sure it is', async () => {
    const first = await stand();
    expect(first).toMatchObject({
      cle: 'm-2025-08-07',
      rang: 3,
      derniere: true,
      verifiee: false,
      sure: true,
    });
    let [at, count] = [first, 1];
    while (at['suite'] === true) {
      at = await stand({ apres: String(at['cle']) });
      count += 1;
      expect(at['source']).not.toBe('');
    }
    expect(count).toBe(11);
    expect(at).toMatchObject({ annee: '2015', sure: false });
    expect(await stand({ theme: 'voisins' })).toMatchObject({ date: '2025-01-29' });
    expect(await stand({ theme: 'securite' })).toMatchObject({ cle: null });
  });

  it('two people put one in its place; until then the shipped one is read; taken back, neither is', async () => {
    const from = '/timeline/new?from=m-2015-06-20';
    expect((await world.as('awa', from)).body).toContain('2015-06-20');
    expect(await world.hidden('awa', from, 'cle')).toBe('m-2015-06-20');
    const form = {
      ...{ date: '2015-05-15', phase: 'accord', theme: 'accord', lieu: 'segou', fr_texte: 'Signé à Bamako.' },
      ...{
        bm_texte: '',
        source: 'Journal officiel 2015',
        lien: '',
        confiance: 'sourced',
        cle: 'm-2015-06-20',
      },
    };
    const at = path((await world.as('awa', '/timeline/new', { form })).to);
    await handIn(at);
    later();
    expect((await world.read('/parcours')).body).toContain('processus d’Alger');
    expect((await approve('chaka', at)).status).toBe(303);
    later();
    const page = (await world.read('/parcours?region=segou&theme=accord')).body;
    expect(page).not.toContain('processus d’Alger');
    for (const words of ['Signé à Bamako.', 'Journal officiel 2015', 'Ségou', 'vérifié par une autre'])
      expect(page).toContain(words);
    // Who had read the shipped one last goes on with what is older than it.
    expect(await stand({ apres: 'm-2015-06-20' })).toMatchObject({ date: '2015-05-15', suite: false });
    const its = String((await stand({ region: 'segou', theme: 'accord', apres: 'm-2017-03-27' }))['cle']);
    expect(await stand({ apres: 'm-2017-03-27' })).toMatchObject({ cle: its });
    await world.as('awa', `${at}/withdraw`, { form: { reason: 'À revoir' } });
    later();
    expect(await stand({ apres: its })).toMatchObject({ cle: null });
    expect(await stand({ apres: 'm-2015-06-20' })).toMatchObject({ cle: null });
    const bare = (await world.read('/parcours?lang=bm')).body;
    expect(bare).not.toContain('Signé à Bamako.');
    expect(bare).not.toContain('processus d’Alger');
    expect((await world.as('dado', '/timeline')).status).toBe(200);
  });
});
