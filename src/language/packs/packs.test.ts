import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { REGION_LIST } from '../places/gazetteer.ts';
import { loadSpeaker } from '../speaking/speaker.ts';
import { checkPacks } from './check-packs.ts';
import { packsFor } from './offered-in.ts';
import { SPOKEN_IN } from './spoken-in.ts';

const FRENCH = {
  'fr/bot.yaml': 'hello: Bonjour {{name}}\n',
  'fr/flows/menu.yaml': 'choix: { ask: Que veux-tu ?, choices: { eau: Eau, paix: "Paix {{n}}" } }\n',
};
const EMPTY = 'name: Soŋay\nsource: nobody yet\n';

function speakerOf(files: Record<string, string>) {
  const dir = mkdtempSync(join(tmpdir(), 'packs-'));
  for (const [path, yaml] of Object.entries({ ...FRENCH, ...files })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), yaml);
  }
  const missing: unknown[] = [];
  const speaker = loadSpeaker({ localesDir: dir, onMissing: (text) => missing.push(text) });
  return { speaker, missing };
}

describe('L10: a region pack', () => {
  it('may be empty: it is a language with a name and a place, and speaks French', () => {
    const { speaker, missing } = speakerOf({ 'ses/pack.yaml': EMPTY });
    expect(speaker.packs.map(({ lang, name, regions }) => ({ lang, name, regions }))).toEqual([
      { lang: 'ses', name: 'Soŋay', regions: ['gao', 'tombouctou', 'menaka'] },
    ]);
    expect(speaker.packLanguages).toEqual(['ses']);
    expect(speaker.languages).toEqual(['fr']);
    expect(speaker.say('ses', { flow: 'bot', key: 'hello' }, { name: 'Awa' })).toBe('Bonjour Awa');
    expect(missing).toEqual([]);
    expect(checkPacks(speaker.packs, speaker.locales.get('fr'))).toEqual([]);
  });

  it('says the labels it has, plays the recordings it has, and keeps both when a flow is published', () => {
    const { speaker } = speakerOf({
      'ses/pack.yaml': EMPTY,
      'ses/flows/menu.yaml': 'choix: { ask: { audio: audio/choix.opus }, choices: { eau: Hari } }\n',
    });
    const key = (name: string) => ({ flow: 'menu', key: name });
    for (const published of [false, true]) {
      if (published) speaker.learn('menu', { fr: { 'choix.ask': 'Et toi ?' } });
      expect(speaker.say('ses', key('choix.choices.eau'))).toBe('Hari');
      expect(speaker.say('ses', key('choix.ask'))).toBe(published ? 'Et toi ?' : 'Que veux-tu ?');
      expect(speaker.audio('ses', key('choix.ask'))).toBe('audio/choix.opus');
    }
    expect(checkPacks(speaker.packs, speaker.locales.get('fr'))).toEqual([]);
  });

  it('holds no sentence, no unknown key, no other placeholder', () => {
    const { speaker } = speakerOf({
      'ses/pack.yaml': EMPTY,
      'ses/bot.yaml': 'hello: Fofo {{name}}\nbye: { audio: a.opus }\n',
      'ses/flows/menu.yaml': 'choix: { choices: { paix: Baani } }\n',
    });
    expect(
      checkPacks(speaker.packs, speaker.locales.get('fr')).map(({ severity, code, file, key }) => [
        severity,
        code,
        file,
        key,
      ]),
    ).toEqual([
      ['error', 'pack_text', 'locales/ses/bot.yaml', 'hello'],
      ['error', 'text_unknown', 'locales/ses/bot.yaml', 'bye'],
      ['error', 'placeholders_differ', 'locales/ses/flows/menu.yaml', 'choix.choices.paix'],
    ]);
  });

  it.each([
    ['without a name', 'source: nobody yet\n', /locales\/ses\/pack\.yaml:\d+ name/],
    ['with a label no button holds', `name: ${'x'.repeat(21)}\nsource: nobody yet\n`, /pack\.yaml:1 name/],
    [
      'of a region nobody knows',
      `${EMPTY}regions: [songhoy]\n`,
      /pack\.yaml:3 regions: there is no region songhoy/,
    ],
    ['with a field nobody knows', `${EMPTY}texts: {}\n`, /pack\.yaml/],
  ])('%s it is refused with file and line', (_, yaml, message) => {
    expect(() => speakerOf({ 'ses/pack.yaml': yaml })).toThrow(message);
  });

  it('of a language the table does not have says where it is spoken', () => {
    expect(() => speakerOf({ 'dtk/pack.yaml': EMPTY })).toThrow(/dtk is spoken/);
    const { speaker } = speakerOf({ 'dtk/pack.yaml': `${EMPTY}regions: [bandiagara]\n` });
    expect(packsFor(speaker.packs, 'bandiagara/koro')).toHaveLength(1);
  });

  it('is offered in its regions, and nowhere while no place is known', () => {
    const { speaker } = speakerOf({ 'ses/pack.yaml': EMPTY });
    const offered = (place: string | undefined) => packsFor(speaker.packs, place).map(({ lang }) => lang);
    expect(offered('gao')).toEqual(['ses']);
    expect(offered('gao/ansongo')).toEqual(['ses']);
    expect(offered('kayes')).toEqual([]);
    expect(offered(undefined)).toEqual([]);
  });

  it('the table names regions there are, with a source, for the four languages that are expected', () => {
    const slugs = REGION_LIST.map(({ slug }) => slug);
    for (const { regions, source } of SPOKEN_IN) {
      expect(slugs).toEqual(expect.arrayContaining([...regions]));
      expect(source.length).toBeGreaterThan(10);
    }
    expect(SPOKEN_IN.map(({ langs }) => langs[0])).toEqual(['son', 'ff', 'taq', 'mey']);
  });
});
