import { describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CorrectedText, fingerprintOf } from '../reviewing/index.ts';
import { loadSpeaker } from './speaker.ts';

function speaker() {
  const dir = mkdtempSync(path.join(tmpdir(), 'corrected-'));
  for (const lang of ['fr', 'bm']) mkdirSync(path.join(dir, lang, 'flows'), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(dir, name), text);
  write('fr/bot.yaml', 'places_one: Une place\nplaces_other: "{{count}} places"\noui: Oui\n');
  write('bm/bot.yaml', 'places_other: "{{count}} yɔrɔ"\noui: { text: Oui, kept: fr, source: none }\n');
  write('fr/flows/salut.yaml', 'bonjour: Bonjour {{nom}}\nfin: Fin\n');
  write('bm/flows/salut.yaml', 'bonjour: I ni ce {{nom}}\nfin: A banna\n');
  return loadSpeaker({ localesDir: dir, onMissing: () => undefined });
}

const corrected = (flow: string, key: string, text: string, french: string, over: string): CorrectedText => ({
  ...{ lang: 'bm', flow, key, text, state: 'reviewed', by: 'Awa', on: '2026-11-22', remark: '' },
  french: fingerprintOf(french),
  over: [fingerprintOf(over)],
});
const HELLO = corrected('salut', 'bonjour', 'Aw ni ce {{nom}}', 'Bonjour {{nom}}', 'I ni ce {{nom}}');
const hello = { flow: 'salut', key: 'bonjour' };

describe('L2: texts staff corrected', () => {
  it('are said from then on, with their placeholders and plural forms, and taken back again', () => {
    const ours = speaker();
    ours.correct([
      HELLO,
      corrected('bot', 'places_other', 'Yɔrɔ {{count}}', '{{count}} places', '{{count}} yɔrɔ'),
    ]);
    expect(ours.say('bm', hello, { nom: 'Awa' })).toBe('Aw ni ce Awa');
    expect(ours.say('bm', { flow: 'bot', key: 'places' }, { count: 3 })).toBe('Yɔrɔ 3');
    expect(ours.text('bm', hello)).toBe('Aw ni ce {{nom}}');
    expect(ours.say('fr', hello, { nom: 'Awa' })).toBe('Bonjour Awa');
    expect([ours.corrected('bm', hello), ours.corrected('fr', hello)]).toEqual(['reviewed', undefined]);
    ours.correct([]);
    expect(ours.corrected('bm', hello)).toBeUndefined();
    expect(ours.say('bm', hello, { nom: 'Awa' })).toBe('I ni ce Awa');
  });

  it('are said for the words they were written over, in every version of the flow that says them, and for no others', () => {
    const ours = speaker();
    ours.correct([HELLO]);
    const words = (bonjour: string, french = 'Bonjour {{nom}}') => ({
      fr: { bonjour: french },
      bm: { bonjour },
    });
    ours.learn('salut@1', words('I ni ce {{nom}}'));
    ours.learn('salut@2', words('I ni sɔgɔma {{nom}}'));
    ours.learn('salut@3', words('I ni ce {{nom}}', 'Bonsoir {{nom}}'));
    const said = ['salut@1', 'salut@2', 'salut@3'].map((flow) => ours.text('bm', { ...hello, flow }));
    expect(said).toEqual(['Aw ni ce {{nom}}', 'I ni sɔgɔma {{nom}}', 'I ni ce {{nom}}']);
    ours.learn('salut', words('I ni wula {{nom}}'));
    expect(ours.text('bm', hello)).toBe('I ni wula {{nom}}');
    ours.learn('salut', words('I ni ce {{nom}}'));
    expect(ours.text('bm', hello)).toBe('Aw ni ce {{nom}}');
  });

  it('leave the language as it is given for whoever asks for it', () => {
    const ours = speaker();
    ours.correct([HELLO, corrected('bot', 'oui', 'Awɔ', 'Oui', 'Oui')]);
    const given = ours.uncorrected('bm');
    expect(given.get('salut')?.get('bonjour')?.text).toBe('I ni ce {{nom}}');
    expect(given.get('bot')?.get('oui')).toMatchObject({ text: 'Oui', kept: 'fr' });
    ours.learn('salut', { fr: { bonjour: 'Bonjour' }, bm: { bonjour: 'I ni ce' } });
    expect(ours.uncorrected('bm').get('salut')?.get('bonjour')).toMatchObject({
      text: 'I ni ce',
      reviewed: false,
    });
    expect([...ours.uncorrected('bm').keys()]).toEqual(['bot', 'salut']);
  });
});
