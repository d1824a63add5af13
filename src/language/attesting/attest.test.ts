import { describe, expect, it } from '@jest/globals';
import { readLocaleFile } from '../speaking/locales.ts';
import { attest } from './attest.ts';
import { oddOrders } from './odd-orders.ts';
import { readSources } from './sources.ts';
import { stemsOf } from './suffixes.ts';
import { clausesOf, wordsOf } from './words.ts';

const GLOSSARY = `french,bambara,confidence
"oui, d'accord",awɔ,high
message,cikan,high
je ne sais pas,n t'a dɔn,medium
envoyer,ka ci,high
attendre,ka makɔnɔ,high
bienvenue,i ni bisimila,low
à moi,n ta,low
`;
const PARALLEL = `french,bambara
Il prend le message.,"A bɛ cikan ta, sini."
"Il dit « oui ».","A ko « awɔ » !"
`;
const sources = readSources(GLOSSARY, PARALLEL);
const attestText = (yaml: string, asIs: string[] = []) =>
  attest(new Map([['bot', readLocaleFile(new TextEncoder().encode(yaml), 'bot.yaml')]]), asIs, sources);
const unattested = (yaml: string, asIs?: string[]) =>
  attestText(yaml, asIs).unattested.map(({ word }) => word);
const place = (word: string) => sources.places.get(word);

describe('L2: the words of a text', () => {
  it.each([
    ['N T’a dɔn.', ['n', "t'", 'a', 'dɔn']],
    ['Dɛ̀mɛ́ !', ['dɛmɛ']],
    ['{{quand, jour}} : nimɔrɔ {{position}}, 25.', ['nimɔrɔ']],
    ['« a dabila » sɛbɛn', ['a', 'dabila', 'sɛbɛn']],
    ['ɔn-ɔn', ['ɔn', 'ɔn']],
    ['🙏', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('end with a clause where a mark, a line or a placeholder stands', () => {
    expect(clausesOf('A ko, awɔ.\nSini {{x}} ta')).toEqual([['a', 'ko'], ['awɔ'], ['sini'], ['ta']]);
  });
});

describe('L2: where a word stands', () => {
  it('prefers the entry of the word alone, then a sure phrase, a sentence, a doubtful phrase', () => {
    expect(place('cikan')).toEqual({ source: 'glossary', row: 3, confidence: 'high' });
    expect(place('dɔn')).toEqual({ source: 'glossary', row: 4, confidence: 'medium' });
    expect(place('ta')).toEqual({ source: 'parallel', row: 2, confidence: '' });
    expect(place('bisimila')).toEqual({ source: 'glossary', row: 7, confidence: 'low' });
  });

  it('is not what only the French column or a note holds', () => {
    expect(place('message')).toBeUndefined();
    expect(place('french')).toBeUndefined();
  });

  it('names the column a wrong file lacks', () => {
    expect(() => readSources('french\noui\n', PARALLEL)).toThrow(
      'glossary: has no column bambara, confidence',
    );
  });
});

describe('L2: regular forms', () => {
  it.each([
    ['cikanw', ['cikan']],
    ['dabilala', ['dabila']],
    ['sɛbɛnna', ['sɛbɛn']],
    ['jɔsira', ['jɔsi']],
    ['yɛlɛmana', ['yɛlɛma']],
  ])('%s may be of %s', (word, stems) => {
    expect(stemsOf(word)).toEqual(stems);
  });

  it.each(['dabilara', 'sɛbɛnla', 'jɔsina', 'yɛlɛmara', 'w', 'aw'])('%s is no regular form', (word) => {
    expect(stemsOf(word)).toEqual([]);
  });
});

describe('L2: every word is attested', () => {
  it('as it stands, elided, as a regular form, with its row', () => {
    const { attested, unattested: none } = attestText('a: N t’a dɔn\nb: { text: Cikanw !, short: Awɔ }\n');
    expect(none).toEqual([]);
    expect(attested).toContainEqual({
      word: 'cikanw',
      stem: 'cikan',
      source: 'glossary',
      row: 3,
      confidence: 'high',
    });
    expect(attested.map(({ word }) => word)).toContain('awɔ');
  });

  it('or it is named with its text, once', () => {
    const { unattested: found } = attestText('a: Awɔ\nb:\n  c: Tugun, tugun, cikan\n');
    expect(found.map(({ word, key, text }) => [word, key, text.line])).toEqual([['tugun', 'b.c', 3]]);
  });

  it('French is no Bambara, in a short form and between quotation marks neither', () => {
    expect(unattested('a: { text: Awɔ, short: Oui }\n')).toEqual(['oui']);
    expect(unattested('a: « stop » ci\n')).toEqual(['stop']);
  });

  it('except a text kept in French, and what terms.yaml leaves as it is', () => {
    expect(unattested('a: { text: Un exemple, kept: fr }\n')).toEqual([]);
    expect(unattested('a: Benkan, touche un bouton. Awɔ\n', ['touche un bouton', 'Benkan'])).toEqual([]);
    expect(unattested('a: Benkanw\n', ['Benkan'])).toEqual(['benkanw']);
    expect(unattested('a: un bouton\n', ['Touche un bouton'])).toEqual(['un', 'bouton']);
  });
});

describe('L2: orders no source shows', () => {
  const often = (words: string): string => `${words}. `.repeat(15);
  const seen = readSources('bambara,confidence\n', `bambara\n"${often('a bɛ na')}${often('n tɛ se')}"\n`);
  const odd = (text: string) => oddOrders(clausesOf(text), seen);

  it('flags common words that never stand side by side', () => {
    expect(odd('A bɛ na')).toEqual([]);
    expect(odd('Na a bɛ na')).toEqual(['"na a" stands nowhere in the sources']);
    expect(odd('Na, a bɛ na')).toEqual([]);
    expect(odd('Dugu a bɛ na')).toEqual([]);
  });

  it('flags la after a nasal, and an auxiliary without its verb', () => {
    expect(odd('bamanankan la')).toEqual(['"bamanankan la" stands nowhere in the sources']);
    expect(odd('Mɔgɔ tɛ. A bɛ na')).toEqual(['"mɔgɔ tɛ" ends without a verb']);
  });
});
