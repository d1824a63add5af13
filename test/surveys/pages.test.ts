import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '../../src/web/staff/index.ts';
import { visit } from './staff-visit.ts';
import { buildAnswer, PAIX, type SurveyWorld, surveyWorld } from './survey-world.ts';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</td></table><iframe srcdoc="x">',
  '{{constructor.constructor("x")()}}',
  '\u202Egnp.exe',
];

describe('staff pages of surveys', () => {
  let world: SurveyWorld;
  beforeAll(async () => {
    world = await surveyWorld();
  });
  beforeEach(() => world.empty());
  afterAll(() => world.close());

  const answered = (n: number, of: Parameters<typeof buildAnswer>[0] = {}) =>
    Array.from({ length: n }, (_, index) => buildAnswer({ person: `p${index}`, ...of }));
  const open = (url: string, role?: Parameters<typeof visit>[2]) => visit(world.surveys, url, role);

  it('W15: an empty list and an empty survey say what to do', async () => {
    for (const url of ['/surveys', '/surveys/sondage-paix']) {
      const { status, body } = await open(url);
      expect(status).toBe(200);
      expect(body).toContain('Ouvrir la discussion web');
      expect(body).toContain('href="/"');
    }
  });

  it('T36: for the staff of another organisation there is no survey, and no word of anybody', async () => {
    await world.apply([buildAnswer({ person: 'p1', question: 'idee', type: 'text', value: 'mots à moi' })]);
    const list = await visit(world.surveys, '/surveys', 'admin', 'autre');
    expect(list.body).not.toContain('sondage-paix');
    for (const url of ['', '/questions/priorite/table.csv', '/questions/idee/texts'])
      expect(await visit(world.surveys, `/surveys/sondage-paix${url}`, 'admin', 'autre')).toMatchObject({
        status: 404,
      });
    expect((await open('/surveys/sondage-paix/questions/idee/texts', 'admin')).body).toContain('mots à moi');
  });

  it('W6: the list shows persons and the last day, in French', async () => {
    await world.apply(answered(7, { day: '2026-03-08' }));
    const { body } = await open('/surveys');
    expect(body).toContain('href="/staff/surveys/sondage-paix"');
    expect(body).toContain('7 participants');
    expect(body).toContain('8 mars 2026');
    expect(body).not.toContain('Ouvrir la discussion web');
  });

  it('W6: each question has its words, base, chart and table, with the same numbers', async () => {
    await world.apply([
      ...answered(12),
      ...answered(8).map((_, i) => buildAnswer({ person: `q${i}`, value: 'securite' })),
    ]);
    const { body } = await open('/surveys/sondage-paix');
    expect(body).toContain('fr:sondage-paix:priorite.ask');
    expect(body).toMatch(/Base\s: 20 personnes<\/span> · <span class="one-line">Sans réponse\s: 0</u);
    expect(body).toMatch(
      /role="img" aria-label="fr:sondage-paix:priorite.ask fr:sondage-paix:priorite.choices.securite, 40\s% ; /u,
    );
    expect(body).toMatch(
      /<th scope="row">fr:sondage-paix:priorite.choices.eau<\/th><td class="numeric">12<\/td><td class="numeric">60\s%<\/td>/u,
    );
    expect(body).toContain('<rect class="chart-bar" width="60.00%"');
  });

  it('T13: no inline style and no inline script, which the policy would refuse', async () => {
    await world.apply(answered(9));
    for (const url of ['/surveys', '/surveys/sondage-paix']) {
      expect((await open(url)).body).not.toMatch(/ style=|<script|<style| on[a-z]+=/u);
    }
  });

  it('S12: a count of 1 to 4 is nowhere on the page, nor measurable from a bar', async () => {
    await world.apply([
      ...answered(30),
      ...[1, 2, 3].map((i) => buildAnswer({ person: `q${i}`, value: 'ecole' })),
    ]);
    const { body } = await open('/surveys/sondage-paix');
    expect(body).toContain('&lt; 5');
    expect(body).toContain('masqué');
    const section = body.slice(body.indexOf('aria-labelledby="q1"'), body.indexOf('aria-labelledby="q2"'));
    expect(section).not.toMatch(/>(?:3|30|9\s%|91\s%)</u);
    expect(section.match(/chart-hidden/gu)).toHaveLength(2);
    expect(section).not.toContain('chart-bar');
  });

  it('S12: fewer than 5 answers are not shown, and the page says how many are missing', async () => {
    await world.apply(answered(3));
    const { body } = await open('/surveys/sondage-paix');
    expect(body).toContain('Encore 2 réponses et les nombres s’affichent');
    expect(body).not.toContain('chart-bar');
  });

  it('T20, S12: a coordinator reads their own regions, one by one, without open answers; nobody else does so', async () => {
    const places = ['gao/ansongo', 'gao', 'segou/bla'];
    for (const [at, place] of places.entries())
      await world.apply(
        Array.from({ length: at === 2 ? 2 : 12 }, (_, i) => `p${at}-${i}`).flatMap((person) => [
          buildAnswer({ person, question: 'lieu', type: 'place', value: place }),
          buildAnswer({ person, value: at === 0 ? 'eau' : 'securite', rev: 2 }),
          buildAnswer({ person, question: 'idee', type: 'text', value: 'mots à moi', rev: 3 }),
        ]),
      );
    const at = (url: string, regions?: readonly string[], org?: string) =>
      visit(world.surveys, url, 'coordinator', org, regions);
    const list = await at('/region-surveys', ['gao', 'segou']);
    expect(list.body).toContain('href="/staff/region-surveys/sondage-paix/gao"');
    const gao = await at('/region-surveys/sondage-paix/gao', ['gao', 'segou']);
    expect(gao.body).toMatch(/Base des lignes montrées\s: 24 personnes/u);
    expect(gao.body).not.toContain('mots à moi');
    expect(gao.body).not.toContain('Sans réponse');
    const segou = await at('/region-surveys/sondage-paix/segou', ['gao', 'segou']);
    expect(segou.body).not.toContain('chart-bar');
    for (const url of ['/region-surveys/sondage-paix/gao', '/region-surveys/none/segou'])
      expect((await at(url, ['segou'])).status).toBe(404);
    expect((await at('/region-surveys/sondage-paix/gao')).status).toBe(404);
    expect((await at('/region-surveys/sondage-paix/gao', ['gao'], 'autre')).status).toBe(404);
    expect((await at('/region-surveys', ['gao'], 'autre')).body).not.toContain('sondage-paix');
    for (const url of ['/surveys/sondage-paix', '/surveys/sondage-paix/questions/priorite/regions'])
      expect((await at(url, ['gao'])).status).toBe(403);
    for (const role of ROLES.filter((each) => each !== 'coordinator'))
      expect((await open('/region-surveys/sondage-paix/gao', role)).status).toBe(403);
    // Whoever reads the whole may open the same columns beside each other.
    const cross = await open('/surveys/sondage-paix/questions/priorite/regions', 'viewer');
    expect(cross.body).toContain('<th scope="row">Gao</th>');
    expect(cross.body).toMatch(
      /<th scope="row">Ségou<\/th>(?:<td class="numeric hatched"><span>masqué<\/span><\/td>)+<\/tr>/u,
    );
    expect((await open('/surveys/sondage-paix')).body).toContain('/questions/priorite/regions"');
    expect((await open('/surveys/sondage-paix/questions/idee/regions')).status).toBe(404);
  });

  it('T13: what a citizen wrote is shown as words', async () => {
    await world.apply(
      PAYLOADS.map((value, i) => buildAnswer({ person: `x${i}`, question: 'idee', type: 'text', value })),
    );
    const { body } = await open('/surveys/sondage-paix/questions/idee/texts');
    for (const tag of ['<script', '<img', '<iframe']) expect(body).not.toContain(tag);
    expect(body).toContain('&lt;script>alert(1)&lt;/script>');
    expect(body).toContain('&lt;img src=x onerror=alert(1)>');
    expect(body.match(/<p class="said"/gu)).toHaveLength(PAYLOADS.length);
  });

  it('T13: codes that came from an answer are words too', async () => {
    await world.apply(answered(6, { value: '<script>alert(1)</script>' }));
    await world.apply(answered(6, { question: 'lieu', type: 'place', value: '<img src=x>/y' }));
    const { body } = await open('/surveys/sondage-paix');
    for (const tag of ['<script', '<img']) expect(body).not.toContain(tag);
  });

  it('open answers come in pages, newest day first, and the page is in the address', async () => {
    await world.apply(
      Array.from({ length: 60 }, (_, i) =>
        buildAnswer({
          person: `t${i}`,
          question: 'idee',
          type: 'text',
          value: `idée ${i}.`,
          day: i < 10 ? '2026-03-09' : '2026-03-02',
        }),
      ),
    );
    const pages = await Promise.all(
      [1, 2, 3].map((page) => open(`/surveys/sondage-paix/questions/idee/texts?page=${page}`)),
    );
    const seen = pages.map(({ body }) => [...body.matchAll(/>idée (\d+)\.</gu)].map(([, n]) => Number(n)));
    expect(seen.map((page) => page.length)).toEqual([25, 25, 10]);
    expect(new Set(seen.flat()).size).toBe(60);
    expect(seen[0]!.slice(0, 10).every((n) => n < 10)).toBe(true);
    expect(pages[0]!.body).toContain('href="?page=2"');
    expect(pages[0]!.body).not.toContain('href="?page=0"');
    expect(pages[2]!.body).not.toContain('href="?page=4"');
    expect(pages[1]!.body).toContain('Page 2 sur 3');
  });

  it('a page that does not exist is the nearest one', async () => {
    await world.apply(answered(30, { question: 'idee', type: 'text' }));
    for (const [page, at] of [
      ['0', 1],
      ['-1', 1],
      ['abc', 1],
      ['1e9', 1],
      ['99', 2],
      ['%00', 1],
      ['9999999', 2],
    ] as const) {
      const { status, body } = await open(`/surveys/sondage-paix/questions/idee/texts?page=${page}`);
      expect([status, body.includes(`Page ${at} sur 2`)]).toEqual([200, true]);
    }
  });

  it('a text whose key is gone, or that was moved to another answer, does not break the page', async () => {
    await world.apply(answered(2, { question: 'idee', type: 'text', value: 'secret' }));
    const answers = world.db.collection('survey_answers');
    const [one, other] = await answers.find().toArray();
    await answers.updateOne({ _id: one!._id }, { $set: { sealed: other!['sealed'] as unknown } });
    const { status, body } = await open('/surveys/sondage-paix/questions/idee/texts');
    expect(status).toBe(200);
    expect(body).toContain('illisible');
    expect(body.match(/>secret</gu)).toHaveLength(1);
  });

  it('404: an unknown survey, question, or kind of question', async () => {
    for (const url of [
      '/surveys/inconnu',
      '/surveys/__proto__',
      '/surveys/%24ne',
      '/surveys/inconnu/questions/idee/texts',
      '/surveys/sondage-paix/questions/inconnue/texts',
      '/surveys/sondage-paix/questions/priorite/texts',
      '/surveys/inconnu/questions/priorite/table.csv',
      '/surveys/sondage-paix/questions/inconnue/table.csv',
      '/surveys/sondage-paix/questions/idee/table.csv',
    ]) {
      const { status, body } = await open(url);
      expect([url, status]).toEqual([url, 404]);
      expect(body).toContain('Introuvable');
    }
  });

  it('T20: who may see results, and who may read open answers', async () => {
    await world.apply(answered(6, { question: 'idee', type: 'text', value: 'un puits' }));
    const mayOpen = async (url: string) => {
      const statuses = await Promise.all(
        ROLES.map(async (role) => [role, (await open(url, role)).status] as const),
      );
      return statuses.filter(([, status]) => status === 200).map(([role]) => role);
    };
    const readers = ['admin', 'editor', 'analyst', 'viewer'];
    expect(await mayOpen('/surveys')).toEqual(readers);
    expect(await mayOpen('/surveys/sondage-paix')).toEqual(readers);
    expect(await mayOpen('/surveys/sondage-paix/questions/priorite/table.csv')).toEqual(readers);
    expect(await mayOpen('/surveys/sondage-paix/questions/idee/texts')).toEqual(['admin', 'analyst']);
    expect((await open('/surveys/sondage-paix', 'viewer')).body).toContain('pas leur texte');
    expect((await open('/surveys/sondage-paix', 'viewer')).body).not.toContain('questions/idee/texts');
  });

  it('S15: the export is exactly the table on screen, with formulas defused', async () => {
    await world.apply([
      ...answered(12, { value: '=HYPERLINK("http://x")' }),
      ...[1, 2, 3].map((i) => buildAnswer({ person: `q${i}`, value: 'eau' })),
    ]);
    const { answer, body } = await open('/surveys/sondage-paix/questions/priorite/table.csv');
    expect(answer).toMatchObject({
      kind: 'file',
      name: 'sondage-paix_priorite_2026-03-01.csv',
      type: 'text/csv; charset=utf-8',
    });
    const page = (await open('/surveys/sondage-paix')).body;
    const table = page.slice(page.indexOf('<table id="table-1"'), page.indexOf('</table>'));
    const onScreen = [...table.matchAll(/<tr>(.*?)<\/tr>/gu)].map(([, row]) =>
      [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gu)].map(([, cell]) =>
        cell!.replaceAll('&lt;', '<').replaceAll('&quot;', '"'),
      ),
    );
    const cells = body
      .replace('\u{FEFF}', '')
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u));
    const plain = cells.map((row) =>
      row.map((cell) => cell.replaceAll(/^"|"$/gu, '').replaceAll('""', '"').replace(/^'/u, '')),
    );
    expect(plain).toEqual(onScreen);
    expect(body).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(PAIX.questions[0]!.key).toBe('priorite');
  });
});
