import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EDITORS } from '../../src/capabilities/language/desk.ts';
import { filledWorkbook } from '../language/reviewing/filling.ts';
import { oggOpus } from '../media/ogg-opus.ts';
import { type LanguageSite, languageSite } from './language-site.ts';

const BUTTON = '/bm/text/menu/choix.choices.aide';
const MESSAGE = '/bm/text/bot/resume';
const DATED = '/bm/text/nouvelles/pied';
let world: LanguageSite;
beforeAll(async () => {
  world = await languageSite();
}, 240_000);
afterAll(() => world.close());

const said = (flow: string, key: string) => world.speaker.text('bm', { flow, key });
const save = async (path: string, form: Record<string, string>, who: 'awa' | 'binta' = 'awa') =>
  world.as(who, path, { form: { ...(await world.seen(path)), remark: '', state: 'draft', ...form } });

describe('W10: what there is', () => {
  it('counts each language and flow, and leads to what is to be done', async () => {
    const { status, body } = await world.as('dado', '');
    expect(status).toBe(200);
    expect(body).toContain('href="/staff/language/bm">bambara</a>');
    expect(body).toContain('href="/staff/language/bm?show=unreviewed&flow=menu"');
    expect(body).toContain('href="/staff/language/fr?show=voiceless"');
  });

  it('shows French and Bambara side by side with state and voice, forty a page, and those looked for', async () => {
    const { body } = await world.as('dado', '/bm');
    expect(body.match(/<li><p class="text-head">/gu)).toHaveLength(40);
    expect(body).toMatch(/<p lang="fr">[^<]+<\/p><p lang="bm">[^<]+<\/p>/u);
    const { body: some } = await world.as('dado', '/bm?show=voiceless&flow=stop');
    expect(some).not.toContain('>menu · ');
    expect(some).toContain('sans voix');
    expect((await world.as('dado', '/bm?show=nothing&flow=%22%3E&page=99')).status).toBe(200);
    expect((await world.as('dado', '/bm?show=stale')).body).toContain('Aucun texte ne correspond.');
  });

  it('shows a text with where it is said, its limits, its words and their sources', async () => {
    const { body } = await world.as('dado', BUTTON);
    expect(body).toMatch(/menu, choix : bouton sous « [^»]+ »/u);
    expect(body).toMatch(/dɛmɛ : glossaire, ligne \d+ \(sûr\)/u);
    expect(body).toContain('Seules les personnes qui rédigent changent les textes.');
    expect((await world.as('awa', DATED)).body).toContain('{{date, jour}}');
  });

  it('shows the terms that were chosen, and why', async () => {
    expect((await world.as('dado', '/bm/terms')).body).toMatch(/paix.*bɛn.*hɛrɛ, lafiya/su);
  });

  it.each(['/xx', '/bm/text/menu/gone', '/bm/text/gone/choix.ask', '/xx/terms', '/fr/import'])(
    '404 for %s',
    async (path) => {
      expect((await world.as('awa', path)).status).toBe(404);
    },
  );

  it('404 for the staff of another organisation, whose list is empty (T36)', async () => {
    expect((await world.as('eve', '')).body).toContain('Aucun texte');
    for (const path of ['/bm', MESSAGE, '/bm/relecture', '/bm/import'])
      expect((await world.as('eve', path)).status).toBe(404);
  });

  it('403 for who has nothing to do with it, and for a change by who only reads', async () => {
    expect(EDITORS).toEqual(['admin', 'editor']);
    expect((await world.as('oumar', '')).status).toBe(403);
    for (const path of [MESSAGE, `${MESSAGE}/restore`])
      expect((await world.as('dado', path, { form: {} })).status).toBe(403);
    expect((await world.as('dado', '/bm/import')).status).toBe(403);
  });
});

describe('L2: a text corrected by staff', () => {
  it('is said at once, here and in every process, under the same version of its flow, and stands in the audit', async () => {
    const text = { flow: 'menu', key: 'perdu' };
    const words = 'Basi tɛ, sabali.';
    const { status, to } = await save('/bm/text/menu/perdu', { text: words, state: 'reviewed' });
    expect([status, to]).toEqual([303, '/staff/language/bm/text/menu/perdu?flash=saved']);
    expect(world.speaker.say('bm', text)).toBe(words);
    expect(world.other.speaker.text('bm', text)).not.toBe(words);
    await world.other.language.follow();
    expect(world.other.speaker.say('bm', text)).toBe(words);
    expect(world.reworded()).toBeGreaterThan(0);
    expect(world.site.audited.at(-1)).toMatchObject({
      action: 'language.text_edited',
      subject: 'text/bm/menu/perdu',
    });
    const { body } = await world.as('dado', '/bm/text/menu/perdu');
    expect(body).toMatch(/review-reviewed">relu/u);
    expect(body).toContain('awa diarra');
  });

  it('can be approved as it is, and taken back to what it was', async () => {
    const before = said('bot', 'resume');
    expect((await save(MESSAGE, { text: before!, state: 'reviewed' })).status).toBe(303);
    expect((await save(MESSAGE, { text: 'An ka segin baara la.' }, 'binta')).status).toBe(303);
    expect(said('bot', 'resume')).toBe('An ka segin baara la.');
    const { body } = await world.as('awa', MESSAGE);
    const step = /name="step" value="([^"]+)"/u.exec(body)?.[1] ?? '';
    const { rev } = await world.seen(MESSAGE);
    const back = (form: Record<string, string>) => world.as('awa', `${MESSAGE}/restore`, { form });
    expect((await back({ rev, step })).status).toBe(303);
    expect(said('bot', 'resume')).toBe(before);
    expect((await world.as('dado', MESSAGE)).body).toContain('review-reviewed');
    expect((await back({ rev, step })).status).toBe(409);
    expect((await back({ rev: (await world.seen(MESSAGE)).rev, step: 'gone' })).status).toBe(404);
  });

  it('two people at once: the second is told, sees both, and loses nothing', async () => {
    const form = { ...(await world.seen(BUTTON)), remark: '', state: 'draft' };
    expect((await world.as('awa', BUTTON, { form: { ...form, text: 'N dɛmɛ' } })).status).toBe(303);
    const late = await world.as('binta', BUTTON, { form: { ...form, text: 'Dɛmɛ ɲini' } });
    expect(late.status).toBe(409);
    expect(late.body).toMatch(/Ce qui est dit maintenant : <span lang="bm">N dɛmɛ<\/span>/u);
    expect(late.body).toMatch(/<textarea[^>]*>\n?Dɛmɛ ɲini<\/textarea>/u);
    expect(said('menu', 'choix.choices.aide')).toBe('N dɛmɛ');
    const [first, second] = await Promise.all(
      (['awa', 'binta'] as const).map(async (who) => {
        const now = { ...(await world.seen(BUTTON)), remark: '', state: 'draft' };
        return world.as(who, BUTTON, { form: { ...now, text: `Dɛmɛ ${who}` } });
      }),
    );
    expect([first!.status, second!.status].sort()).toEqual([303, 409]);
  });

  it.each([
    ['Dεmε', 'ressemble seulement'],
    ['Dɛmɛ Dɛmɛ Dɛmɛ Dɛmɛ Dɛmɛ !', 'un bouton en montre 24'],
    ['Dɛmɛ {{nom}}', 'n’est pas dans le français'],
    ['=1+1', 'comme une formule'],
    ['', 'Écrivez un texte.'],
  ])('%j is refused with its reason, and stays in the form', async (text, why) => {
    const before = said('menu', 'choix.choices.aide');
    const { status, body } = await save(BUTTON, { text });
    expect([status, said('menu', 'choix.choices.aide')]).toEqual([400, before]);
    expect(body).toContain(why);
    expect(body).toContain(`>${text}</textarea>`);
  });

  it('a remark that a spreadsheet would compute is refused too', async () => {
    const { status, body } = await save(BUTTON, { text: 'Dɛmɛ', remark: '=HYPERLINK("x")' });
    expect([status, body.includes('comme une formule')]).toEqual([400, true]);
  });

  it('a word that was not chosen is kept and told', async () => {
    const { status, body } = await save(BUTTON, { text: 'Hɛrɛ' });
    expect([status, said('menu', 'choix.choices.aide')]).toEqual([200, 'Hɛrɛ']);
    expect(body).toContain('Dit « hɛrɛ » ; le mot choisi est « bɛn ».');
  });

  it('no French is changed from here', async () => {
    expect(
      (await world.as('awa', '/fr/text/bot/resume', { form: { text: 'x', rev: '0', seen: '' } })).status,
    ).toBe(400);
  });
});

describe('L2: by file', () => {
  it('goes out, is tried, comes back, and each wrong line is named', async () => {
    const cookie = world.members.awa.cookie;
    const answer = await fetch(`${world.site.url}/staff/language/bm/relecture?format=xlsx`, {
      headers: { cookie },
    });
    expect(answer.headers.get('content-disposition')).toMatch(/relecture-bm-\d{4}-\d{2}-\d{2}\.xlsx/u);
    const filled = await filledWorkbook(Buffer.from(await answer.arrayBuffer()), {
      'bot/not_understood': { text: 'N ma o faamu.', verdict: 'yes', by: 'Fanta' },
      'bot/too_long': { text: 'Кuma', verdict: 'yes', by: 'Fanta' },
    });
    const file = { field: 'file', name: 'relecture.xlsx', type: 'application/octet-stream', bytes: filled };
    const tried = await world.upload('awa', '/bm/import', file, { how: 'try' });
    expect(tried.body).toContain('1 texte changerait. Rien n’est encore pris.');
    expect(tried.body).toMatch(
      /relecture\.xlsx, Textes, \d+<\/span> <a [^>]+>bot\/too_long<\/a> « К » ressemble/u,
    );
    expect(said('bot', 'not_understood')).not.toBe('N ma o faamu.');
    const taken = await world.upload('awa', '/bm/import', file, { how: 'take' });
    expect([taken.status, said('bot', 'not_understood')]).toEqual([200, 'N ma o faamu.']);
    expect((await world.as('dado', '/bm/text/bot/not_understood')).body).toContain('Relu par Fanta le');
  });

  it('goes out as PO, of what is not reviewed alone', async () => {
    const { body } = await world.as('dado', '/bm/relecture?format=po&only=unreviewed');
    expect(body).toContain('msgctxt "bot/flow_changed"');
    expect(body).not.toContain('msgctxt "bot/not_understood"');
  });

  it('no file, a file of something else', async () => {
    const nothing = { field: 'file', name: '', type: 'application/octet-stream', bytes: Buffer.alloc(0) };
    expect((await world.upload('awa', '/bm/import', nothing)).status).toBe(400);
    const picture = { ...nothing, name: 'a.png', type: 'image/png', bytes: Buffer.from('png') };
    expect((await world.upload('awa', '/bm/import', picture)).status).toBe(415);
    const list = { ...nothing, name: 'a.po', type: 'text/x-po', bytes: Buffer.from('a;b') };
    expect((await world.upload('awa', '/bm/import', list)).body).toContain('ni un fichier PO');
  });
});

describe('C8, W10: the voice of a text', () => {
  const sound = (seconds: number) => ({
    field: 'recording',
    name: 'voix.ogg',
    type: 'audio/ogg',
    bytes: oggOpus({ seconds }),
  });
  const VOICE = '/bm/text/menu/perdu';

  it('is sent as a file, heard, stale once its text changes, recorded again and taken away', async () => {
    expect((await world.upload('awa', `${VOICE}/voice`, sound(3))).to).toContain('flash=voice');
    const { body } = await world.as('dado', VOICE);
    expect(body).toMatch(/<audio [^>]*src="\/media\/[\w-]{22}"/u);
    expect(body).toMatch(/Enregistré par awa diarra le/u);
    await save(VOICE, { text: 'Basi tɛ. Segin.' });
    expect((await world.as('dado', VOICE)).body).toContain('Le texte a changé depuis');
    expect((await world.as('dado', '/bm?show=stale')).body).toContain('menu · perdu');
    expect((await world.upload('binta', `${VOICE}/voice`, sound(4))).status).toBe(303);
    expect((await world.as('dado', '/bm?show=stale')).body).toContain('Aucun texte ne correspond.');
    expect((await world.as('awa', `${VOICE}/voice/remove`, { form: {} })).to).toContain('flash=silent');
    expect((await world.as('dado', VOICE)).body).not.toContain('<audio');
  });

  it.each([
    ['more than 45 seconds', VOICE, sound(50), 'Plus de 45 secondes'],
    ['no sound', VOICE, { ...sound(1), bytes: Buffer.from('OggS') }, 'abîmé'],
    ['none chosen', VOICE, { ...sound(1), name: '', bytes: Buffer.alloc(0) }, 'Choisissez un fichier'],
    ['of a button', BUTTON, sound(1), 'ne s’enregistre pas'],
    ['of what changes each time', DATED, sound(1), 'ne s’enregistre pas'],
  ])('%s: refused with what to do', async (_what, path, file, why) => {
    const { status, body } = await world.upload('awa', `${path}/voice`, file);
    expect(status).toBe(400);
    expect(body).toContain(why);
  });
});
