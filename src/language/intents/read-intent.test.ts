import { describe, expect, it } from '@jest/globals';
import { GLOBAL_INTENTS, type Intent, LOCAL_INTENTS } from '../../domain/language.ts';
import { bambaraWords, frenchWords } from '../evaluating/number-words.ts';
import { Typed } from '../folding/typed.ts';
import { CERCLE_NAMES, COMMUNE_NAMES, REGION_NAMES } from '../places/gazetteer.ts';
import { intentReader } from './read-intent.ts';
import { COMMANDS, INTENT_WORDS, YES_OR_NO } from './words.ts';

const read = (text: string): string => {
  const found = intentReader.intent(text);
  if (found.kind === 'none') return 'none';
  return found.kind === 'one' ? found.intent : [...found.intents].sort().join('|');
};

describe('L4: intents of whole utterances', () => {
  it.each<[Intent, string[]]>([
    ['menu', ['menu', 'MENU', 'accueil', 'A daminɛ']],
    ['help', ['aide', 'dɛmɛ', 'deme', 'dèmè', 'Démé !', 'aidez-moi', 'à l’aide']],
    ['language', ['langue', 'kan', 'changer de langue']],
    ['news', ['nouvelles', 'kibaruya', 'kunnafoni', 'kounnafoni', 'nouvele']],
    ['survey', ['sondage', 'ɲininkali', 'nyininkali', 'gnininkali', 'sondaje']],
    ['volunteer', ['volontaire', 'yɛrɛbɔ', 'yèrèbo', 'wɔlɔntɛri', 'ouolontéri']],
    ['events', ['activités', 'activites', 'évènements', 'ɲɔgɔnyew']],
    ['check', ['verif', 'vérif', 'rumeur', 'sɛgɛsɛgɛ', 'sèguèsèguè', 'tiɲɛ don wa ?']],
    ['report', ['signaler', 'lase', 'lassé', 'signalé']],
    ['my_data', ['mes données', 'mes donnees', 'n kunnafoniw', 'mes donnés']],
    ['erase', ['effacer', 'jɔsi', 'djossi', 'éfacer', 'effacer mes données']],
    ['hello', ['bonjour', 'i ni ce', 'i ni tié', 'i ni tche', 'inice', 'i ni sɔgɔma', 'i ni sogoma']],
    ['thanks', ['merci', 'aw ni ce', 'i ni ce kɔsɛbɛ']],
    ['yes', ['oui', 'ouiii', 'awɔ', 'ɔwɔ', 'awo', 'aɔ', 'wi', 'ɔnhɔn', "d'accord"]],
    ['no', ['non', 'ayi', 'ayi dɛ', 'ɔn-ɔn', 'non merci']],
    ['back', ['retour', 'corriger', 'changer ma réponse', 'segin', 'ka segin kɔ']],
    ['repeat', ['répète', 'segin a kan', "n m'a faamu"]],
  ])('%s', (intent, spellings) => {
    for (const spelling of spellings) expect([spelling, read(spelling)]).toEqual([spelling, intent]);
  });

  it('asks when a word sounds like yes and like no', () => {
    for (const spelling of YES_OR_NO) expect([spelling, read(spelling)]).toEqual([spelling, 'no|yes']);
  });

  it('a sentence that contains a command word is no command', () => {
    for (const sentence of [
      'on a arrêté le voleur',
      'il faut arrêter la guerre',
      'je veux la paix',
      "l'aide n'arrive pas chez nous",
      'dɛmɛ ma na an ma',
      'a dabila kunu',
      'les nouvelles sont mauvaises',
      'le menu de la cantine',
      'une rumeur court au marché',
      'stop la violence',
      'non loin de Gao',
      'k’an bɛn',
    ])
      expect([sentence, read(sentence)]).toEqual([sentence, 'none']);
  });

  it('F3: words of programs, numbers and emptiness are ordinary text', () => {
    for (const text of [
      'success',
      'null',
      'undefined',
      'true',
      'false',
      '0',
      '1',
      '',
      '   ',
      '…',
      '$set',
      '__proto__',
      'constructor',
    ])
      expect([text, read(text)]).toEqual([text, 'none']);
  });

  it('a word that is one in both languages and no command is none; "non" is no', () => {
    for (const word of ['a', 'la', 'ne', 'se', 'si', 'an', 'n', 'o', 'on', 'ni', 'ko', 'san'])
      expect([word, read(word)]).toEqual([word, 'none']);
    expect(read('non')).toBe('no');
  });

  it('what answers a question (a place, a day, a number) is no command', () => {
    const places = [...REGION_NAMES, ...CERCLE_NAMES, ...COMMUNE_NAMES].map(([name]) => name);
    const days =
      `demain hier sini kunu bi lundi samedi ntɛnɛn tarata araba alamisa juma sibiri kari mai mars août
      après-demain`.split(/\s+/u);
    const numbers = Array.from({ length: 101 }, (_, value) => [
      frenchWords(value),
      bambaraWords(value),
    ]).flat();
    const commands = [...places, ...days, ...numbers].filter((typed) => read(typed) !== 'none');
    // Eight, and "go back": where a number is asked it is eight, as an open question comes first.
    expect(commands).toEqual(['seegin']);
  });

  it('L11: a sentence of more words than any command has is none, however it ends', () => {
    const sentence = 'je ne veux plus recevoir de messages de ce monsieur qui vend des motos au marché';
    expect(read(sentence)).toBe('none');
    expect(read(`${sentence} stop`)).toBe('none');
    expect(read(`bonjour je voudrais voir les nouvelles s'il vous plaît merci madame`)).toBe('news');
  });

  it('a word one letter from a command is itself', () => {
    for (const word of [
      'longue',
      'langage',
      'lancés',
      'commerce',
      'donner',
      'donné',
      'retenir',
      'volonté',
      'vérité',
      ...[
        'demain',
        'acide',
        'avide',
        'domine',
        'réduire',
        'relire',
        'rejeter',
        'retiré',
        'rareté',
        'saut',
        'cassez',
      ],
      ...[
        'mens',
        'star',
        'commenter',
        'encre',
        'repérer',
        'réputé',
        'encoder',
        'rameur',
        'mɛri',
        'demain svp',
      ],
    ])
      expect([word, read(word)]).toEqual([word, 'none']);
  });

  it.each([
    ['bonjour, aide svp', 'help'],
    ['i ni ce, dɛmɛ', 'help'],
    ['svp les nouvelles', 'news'],
    ['bonjour monsieur', 'hello'],
    ['montrez-moi les nouvelles svp', 'news'],
    ['je veux supprimer toutes mes données', 'erase'],
    ['arrêtez de m’envoyer des messages', 'stop'],
    ['merci beaucoup chef', 'thanks'],
    ['oui, je veux bien', 'yes'],
    ['non merci madame', 'no'],
    ["ayi, n t'a fɛ", 'no'],
    ['👍🏾', 'yes'],
    ['oui mais non', 'no|yes'],
    ['ka a dabila', 'stop'],
    ['retourné', 'back'],
    ['annulez', 'back'],
    ['la rumeur', 'check'],
  ])('around a word stands politeness, an article, an ending: %s is %s', (typed, intent) => {
    expect(read(typed)).toBe(intent);
  });

  it.each([
    ['sotp', 'stop'],
    ['stiop', 'stop'],
    ['lngue', 'language'],
    ['meniu', 'menu'],
    ['nouveles', 'news'],
    ['tout arreetr', 'stop'],
    ['mes infso', 'my_data'],
    ['a dabla', 'stop'],
    ['kunnafomi', 'news'],
    ['ondage', 'survey'],
    ['rumrur', 'check'],
    ['mnus', 'menu'],
    ['salu', 'hello'],
  ])('a slip of the finger in one word: %s is %s', (typed, intent) => {
    expect(read(typed)).toBe(intent);
  });

  it('no slip makes the opposite of what was typed', () => {
    const opposites = [
      "n t'a fɛ k'a dabila",
      "n t'a fɛ ka dɛmɛ sɔrɔ",
      "n y'a faamu",
      'ka sɛgɛn',
      'je comprends bien',
    ];
    for (const typed of opposites) expect([typed, read(typed)]).toEqual([typed, 'none']);
  });

  it('dressed by a phone, an old font or a hostile hand, a spelling means what it means', () => {
    const dresses: ((word: string) => string)[] = [
      (word) => word.normalize('NFD'),
      (word) => Array.from(word).join('\u200b'),
      (word) => `\u202e${word}\u202c`,
      (word) => `\ufeff${word}\u00ad`,
      (word) => word.replaceAll('a', 'а').replaceAll('o', 'ο').replaceAll('e', 'е'),
      (word) => word.replaceAll('ɛ', 'ε').replaceAll('ɔ', 'ↄ').replaceAll('ŋ', 'η'),
      (word) => word.replace(/[a-z]/gu, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
      (word) => word.replaceAll("'", '’').toUpperCase(),
      (word) => `« ${word} » !!`,
    ];
    const changed = [...GLOBAL_INTENTS, ...LOCAL_INTENTS].flatMap((intent) =>
      [...INTENT_WORDS[intent].fr, ...INTENT_WORDS[intent].bm].flatMap((spelling) =>
        dresses.map((dress) => dress(spelling)).filter((dressed) => read(dressed) !== intent),
      ),
    );
    expect(changed).toEqual([]);
  });

  it('aide is not ayi dɛ', () => {
    expect(read('aide')).toBe('help');
    expect(read('ayide')).toBe('no');
  });

  it('no spelling means two things, at no level, but those that are asked', () => {
    const clashes = [...GLOBAL_INTENTS, ...LOCAL_INTENTS].flatMap((intent) =>
      [...INTENT_WORDS[intent].fr, ...INTENT_WORDS[intent].bm].flatMap((spelling) => {
        const { safe, frenchLike } = new Typed(spelling);
        return [spelling, safe, frenchLike].filter((form) => read(form) !== intent);
      }),
    );
    expect(clashes).toEqual([]);
  });
});

describe('CONTRACT: commands of the platforms', () => {
  it.each([...COMMANDS])('/%s is %s, also for a named bot and with a payload', (command, intent) => {
    expect(read(`/${command}`)).toBe(intent);
    expect(read(`/${command.toUpperCase()}@Benkan_bot`)).toBe(intent);
    expect(read(`/${command}@benkan_bot ../../etc {"$ne":1}`)).toBe(intent);
  });

  it('an unknown command is none', () => {
    for (const text of ['/', '/ban', '/staff publish 1', '//stop', '/stopper'])
      expect([text, read(text)]).toEqual([text, 'none']);
  });

  it('verif carries what to check; other words do only before a code', () => {
    expect(read('verif ML-2026-0042')).toBe('check');
    expect(read('Vérif : on dit que le pont est fermé')).toBe('check');
    expect(read(`verif ${'on dit que '.repeat(300)}`)).toBe('check');
    expect(read('rumeur ML-2026-0042')).toBe('check');
    expect(read('sɛgɛsɛgɛ ML-2026-0042')).toBe('check');
    expect(read('rumeur de guerre')).toBe('none');
  });

  it('U6: a code asks by itself, however it is typed; a number does not', () => {
    for (const code of [
      'ML-2026-0042',
      'ml 2026 42',
      'ML20260042',
      'ＭＬ－２０２６－００４２',
      'ml/2026/0042 ?',
      'rumeur 42',
    ])
      expect([code, read(code)]).toEqual([code, 'check']);
    for (const other of ['2026', '42', 'ml', '20 ml', 'ML-2026', 'ML-1026-0042', 'ml 2026 42 et 43'])
      expect([other, read(other)]).toEqual([other, 'none']);
  });
});
