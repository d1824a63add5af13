import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderPart } from '../../../web/kit/index.ts';
import { audience, type Audience, MAX_TERMS } from '../model/audience.ts';
import { describe as describeIn } from '../model/words.ts';
import { valueNames } from '../model/value-names.ts';
import { shownNumber } from '../model/shown.ts';
import { boundedBy, fingerprintOf } from '../saved/saved.ts';
import { AudienceBuilder } from './builder.tsx';
import { audienceOf, draftFault, draftOf, type GroupDraft } from './draft.ts';
import { namesElsewhere } from './elsewhere.ts';
import { goneFrom, type Known, offersOf } from './offers.ts';
import { isBuilderField, partField, readDraft, readStep, STEP_FIELD } from './read-form.ts';
import { stepped } from './steps.ts';

const KNOWN: Known = {
  ...{ languages: ['fr', 'bm'], channels: ['telegram'], groups: ['jeunes'], answers: ['eau:oui'] },
  regions: [
    { slug: 'gao', name: 'Gao' },
    { slug: 'kayes', name: 'Kayes' },
  ],
  cercles: [{ slug: 'gao/ansongo', name: 'Ansongo', region: 'gao' }],
  communes: [],
};
const nameOf = valueNames((slug) => KNOWN.regions.find((region) => region.slug === slug)?.name);
const OFFERS = offersOf(KNOWN, { nameOf, lang: 'fr' });

/** Values that are offered, and one that is not any more. */
const VALUES = {
  ...{
    lang: ['fr', 'bm', 'nqo'],
    region: ['gao', 'kayes'],
    cercle: ['gao/ansongo'],
    group: ['jeunes', 'anciens'],
  },
  ...{ answer: ['eau:oui', 'eau:non'], sex: ['femme'] },
} as const;
const term = fc.constantFrom(...(Object.keys(VALUES) as (keyof typeof VALUES)[])).chain((field) =>
  fc.record({
    field: fc.constant(field),
    in: fc.subarray<string>([...VALUES[field]], { minLength: 1 }).map((values) => values.sort()),
  }),
);
const days = fc.record({ field: fc.constant('active' as const), in: fc.constantFrom(['7'], ['45']) });
const { expression } = fc.letrec<{ expression: Audience }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    fc.oneof(term, days) as fc.Arbitrary<Audience>,
    fc.record({ all: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('expression') }),
  ),
}));

/** Somebody, by the values they have. */
const somebody = fc.record({
  ...{ lang: fc.constantFrom('fr', 'bm', 'nqo'), region: fc.constantFrom('gao', 'kayes', '') },
  ...{ cercle: fc.constantFrom('gao/ansongo', ''), group: fc.constantFrom('jeunes', 'anciens', '') },
  ...{ answer: fc.constantFrom('eau:oui', 'eau:non', ''), sex: fc.constantFrom('femme', '') },
  active: fc.nat(90),
});
type Somebody = typeof somebody extends fc.Arbitrary<infer Of> ? Of : never;
function isIn(of: Audience, who: Somebody): boolean {
  if ('all' in of) return of.all.every((each) => isIn(each, who));
  if ('any' in of) return of.any.some((each) => isIn(each, who));
  if ('not' in of) return !isIn(of.not, who);
  if (of.field === 'active') return of.in.some((n) => who.active <= Number(n));
  return of.in.includes(who[of.field as keyof typeof VALUES]);
}

/** What a browser without scripts would send of a page. */
function sentFrom(html: string): Record<string, string> {
  const form: Record<string, string> = {};
  for (const [, attributes = ''] of html.matchAll(/<input ([^>]*)>/gu)) {
    const at = (name: string): string => new RegExp(`${name}="([^"]*)"`, 'u').exec(attributes)?.[1] ?? '';
    if (at('type') !== 'checkbox' || / checked/u.test(attributes)) form[at('name')] = at('value');
  }
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gsu,
  )) {
    const chosen = /<option[^>]* selected[^>]*>/u.exec(options) ?? /<option[^>]*>/u.exec(options);
    form[name] = /value="([^"]*)"/u.exec(chosen?.[0] ?? '')?.[1] ?? '';
  }
  return form;
}
const page = (draft: GroupDraft): string =>
  renderPart(<AudienceBuilder draft={draft} offers={OFFERS} action="/staff/audiences/new" />);

describe('B1: the builder', () => {
  it('shows any audience, and what a browser without scripts sends back means the same to everybody', () => {
    fc.assert(
      fc.property(expression, fc.array(somebody, { minLength: 20, maxLength: 20 }), (of, people) => {
        const form = sentFrom(page(draftOf(of)));
        expect(Object.keys(form).filter((name) => !isBuilderField(name))).toEqual([]);
        const read = readDraft(form);
        expect(fingerprintOf(audienceOf(read))).toBe(fingerprintOf(of));
        const said = audienceOf(read);
        for (const who of people) expect(isIn(said, who)).toBe(isIn(of, who));
      }),
      { numRuns: 150 },
    );
  });

  it('everybody, nobody and what says nothing yet', () => {
    expect(audienceOf(draftOf({ all: [] }))).toEqual({ all: [] });
    expect(audienceOf(draftOf({ any: [] }))).toEqual({ any: [] });
    expect(audienceOf(draftOf({ not: { all: [] } }))).toEqual({ any: [] });
    expect(audienceOf(readDraft({}))).toEqual({ all: [] });
    const unfilled = stepped(draftOf({ all: [] }), { kind: 'add', at: [], field: 'region' });
    expect([audienceOf(unfilled), draftFault(unfilled)]).toEqual([{ all: [] }, 'unfilled']);
    const empty = stepped(draftOf({ all: [] }), { kind: 'group', at: [] });
    expect([audienceOf(empty), draftFault(empty)]).toEqual([{ all: [] }, 'unfilled']);
  });

  it('adds to a group, takes out of it, and refuses a step that leads nowhere', () => {
    const press = (form: Record<string, string>, what: string): GroupDraft => {
      const step = readStep({ ...form, [STEP_FIELD]: what });
      return step === undefined ? readDraft(form) : stepped(readDraft(form), step);
    };
    const one = press({ 'p.nouveau': 'region' }, 'ajouter p');
    const two = press(sentFrom(page(one)), 'groupe p');
    const three = press({ ...sentFrom(page(two)), 'p-1.nouveau': 'sex' }, 'ajouter p-1');
    expect(three.parts).toEqual([
      { field: 'region', not: false, values: [] },
      { join: 'any', not: false, parts: [{ field: 'sex', not: false, values: [] }] },
    ]);
    expect(press(sentFrom(page(three)), 'retirer p-1-0').parts[1]).toEqual({
      join: 'any',
      not: false,
      parts: [],
    });
    expect(press(sentFrom(page(three)), 'retirer p-0').parts).toHaveLength(1);
    const form = sentFrom(page(three));
    for (const nowhere of [
      'retirer p',
      'retirer p-9',
      'ajouter p-0-0',
      'ajouter x',
      'groupe p-7',
      'retirer',
      '',
      '$ne p',
    ])
      expect(press(form, nowhere)).toEqual(three);
    expect(press({ ...form, 'p.nouveau': '__proto__' }, 'ajouter p')).toEqual(three);
    // A group within a group within the whole, and no further.
    const deep = press(sentFrom(page(press(form, 'groupe p-1'))), 'groupe p-1-1');
    expect(deep).toEqual(press(form, 'groupe p-1'));
  });

  it('as many conditions as the model takes, and not one more', () => {
    let draft = draftOf({ all: [] });
    for (let n = 0; n < MAX_TERMS + 5; n += 1) draft = stepped(draft, { kind: 'add', at: [], field: 'sex' });
    expect(draft.parts).toHaveLength(MAX_TERMS);
    expect(page(draft)).not.toContain('value="ajouter p"');
    const parts = Array.from(
      { length: MAX_TERMS + 1 },
      () => ({ field: 'sex', not: false, values: ['femme'] }) as const,
    );
    expect(draftFault({ join: 'all', not: false, parts })).toBe('too_big');
  });

  it.each([
    ['p.join', true],
    [partField.value([0, 2], 'gao/ansongo'), true],
    [partField.value([0], 'eau:oui'), true],
    ['p-0.v.$ne', false],
    ['p-0.v.', false],
    ['p-0.v.a b', false],
    ['p.v', false],
    ['p-0-0-0-0-0-0.sur', false],
    ['__proto__', false],
  ])('T29: a field named %s is the builder’s: %s', (name, is) => {
    expect(isBuilderField(name)).toBe(is);
  });

  it('a language, a group or an answer that is gone stays readable, says so and can be taken out', () => {
    const of: Audience = {
      all: [{ field: 'lang', in: ['bm', 'nqo'] }, { not: { field: 'group', in: ['anciens'] } }],
    };
    expect(goneFrom(of, OFFERS)).toEqual([
      { field: 'lang', value: 'nqo' },
      { field: 'group', value: 'anciens' },
    ]);
    expect(describeIn(of, 'fr', nameOf)).toBe('langue : bambara ou nqo et sauf groupe : anciens');
    const html = page(draftOf(of));
    expect(html).toContain('nqo (n’existe plus)');
    expect(html).toContain('anciens (n’existe plus)');
    const form = Object.fromEntries(Object.entries(sentFrom(html)).filter(([name]) => name !== 'p-0.v.nqo'));
    expect(audienceOf(readDraft(form))).toEqual({
      all: [{ field: 'lang', in: ['bm'] }, { not: { field: 'group', in: ['anciens'] } }],
    });
  });

  it('T20: a coordinator is offered their regions, names no other, and takes their borders along', () => {
    const gao = offersOf(KNOWN, { nameOf, lang: 'fr', regions: ['gao'] });
    expect(
      [gao.region, gao.cercle].map((groups) =>
        groups.flatMap(({ offers }) => offers.map(({ value }) => value)),
      ),
    ).toEqual([['gao'], ['gao/ansongo']]);
    const named = (field: 'region' | 'cercle', value: string): boolean =>
      namesElsewhere(draftOf({ any: [{ not: { field, in: [value] } }] }), { regions: ['gao'] });
    expect([
      named('region', 'kayes'),
      named('cercle', 'kayes/kayes'),
      named('cercle', 'gao/ansongo'),
    ]).toEqual([...[true, true, false]]);
    const of: Audience = { all: [{ field: 'sex', in: ['femme'] }] };
    expect(boundedBy({ audience: of, scope: { regions: ['gao'] } })).toEqual({
      all: [
        { field: 'sex', in: ['femme'] },
        { field: 'region', in: ['gao'] },
      ],
    });
    expect(audience.safeParse(boundedBy({ audience: { any: [] }, scope: { regions: [] } })).success).toBe(
      true,
    );
  });

  it('B1: a shown number tells fewer than five from nobody by nothing, and no two near ones apart but at a border', () => {
    expect([0, 1, 4, 5, 14, 15, 24, 1234].map((n) => shownNumber(n, 5))).toEqual([
      0, 0, 0, 10, 10, 20, 20, 1230,
    ]);
    expect([0, 1, 7].map((n) => shownNumber(n, 1))).toEqual([0, 1, 7]);
  });
});
