/** A broken flow as an author might save it, where the finding must point, and a word of what it must say. */
export interface Broken {
  name: string;
  /** `essai` stands for its id. */
  source: string;
  /** How the editor wrote the file, where not as UTF-8. */
  bytes?: (text: string) => string | Uint8Array;
  line: number;
  step?: string;
  says: RegExp;
  /** Texts beside it; without them each text the flow names is there in both languages. */
  texts?: { fr: string; bm: string };
}

const HEAD = 'id: essai\ntriggers: [{ keywords: { fr: [essai] } }]\nsteps:\n';
const flow = (steps: string): string => `${HEAD}${steps}`;
const GOOD = flow('  - say: bonjour\n  - end: true\n    key: fin\n');
const WORDS = 'bonjour: Bonjour\n';

/** Families of broken flow files. Lines count from 1; the first step stands on line 4. */
export const BROKEN: readonly Broken[] = [
  {
    name: 'a loop without a wait',
    source: flow('  - say: bonjour\n  - goto: bonjour\n    key: encore\n'),
    line: 4,
    says: /wait|ask|loop/i,
  },
  {
    name: '10,001 steps',
    source: flow('  - say: bonjour\n'.repeat(10_001)),
    line: 1,
    says: /step|split|KB/i,
  },
  {
    name: '10,000 choices',
    source: flow(
      `  - ask: q\n    type: choice\n    choices: [${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(', ')}]\n`,
    ),
    line: 6,
    step: 'q',
    says: /at most \d+ choices/,
  },
  {
    name: 'a target that is not there',
    source: flow('  - say: bonjour\n  - goto: nulle_part\n    key: la\n'),
    line: 5,
    step: 'la',
    says: /nulle_part/,
  },
  {
    name: 'a flow that is not there',
    source: flow('  - say: bonjour\n  - goto: { flow: nulle-part }\n    key: la\n'),
    line: 5,
    step: 'la',
    says: /nulle-part/,
  },
  {
    name: 'the same key twice',
    source: flow('  - say: bonjour\n  - say: bonjour\n'),
    line: 5,
    says: /bonjour/,
  },
  {
    name: 'a step called __proto__',
    source: flow('  - say: __proto__\n'),
    line: 4,
    says: /must look like|choose another/i,
  },
  {
    name: 'a step called constructor',
    source: flow('  - say: constructor\n'),
    line: 4,
    says: /choose another/i,
  },
  { name: 'a key $set', source: flow('  - say: bonjour\n    $set: 1\n'), line: 5, says: /\$set/ },
  { name: 'a key with dots', source: flow('  - say: bon.jour\n'), line: 4, says: /must look like/ },
  {
    name: 'an id that is not the file name',
    source: GOOD.replace('id: essai', 'id: autre'),
    line: 1,
    says: /essai/,
  },
  { name: 'no id', source: GOOD.replace('id: essai\n', ''), line: 1, says: /id/ },
  { name: 'a step nobody knows', source: flow('  - shout: bonjour\n'), line: 4, says: /say|ask/ },
  {
    name: 'a regular expression',
    source: flow('  - ask: q\n    type: text\n    pattern: (a+)+$\n'),
    line: 6,
    says: /pattern/,
  },
  {
    name: 'an unknown call',
    source: flow('  - call: surveys.explode\n    key: c\n'),
    line: 4,
    step: 'c',
    says: /surveys\.explode/,
  },
  {
    name: 'an unknown effect',
    source: flow('  - do: everything.delete\n    key: c\n'),
    line: 4,
    step: 'c',
    says: /everything\.delete/,
  },
  {
    name: 'an expression that is none',
    source: flow('  - if: answers.age >\n    key: c\n    then: [{ say: bonjour }]\n'),
    line: 4,
    step: 'c',
    says: /answers\.age >/,
  },
  {
    name: 'a name in an expression nobody sets',
    source: flow('  - if: answers.age > 3\n    key: c\n    then: [{ say: bonjour }]\n'),
    line: 4,
    step: 'c',
    says: /age/,
  },
  {
    name: 'a comparison of words with a number',
    source: flow(
      '  - ask: q\n    type: text\n  - if: answers.q > 3\n    key: c\n    then: [{ say: bonjour }]\n',
    ),
    line: 6,
    step: 'c',
    says: /answers\.q > 3/,
  },
  {
    name: 'a language missing',
    source: GOOD,
    texts: { fr: WORDS, bm: 'autre: X\n' },
    line: 4,
    step: 'bonjour',
    says: /bm/,
  },
  {
    name: 'a label over the limit of a channel',
    source: flow('  - ask: q\n    type: choice\n    choices: [a, b]\n'),
    texts: {
      fr: 'q:\n  ask: Q\n  choices:\n    a: Une étiquette bien trop longue\n    b: B\n',
      bm: 'q:\n  ask: Q\n  choices:\n    a: A\n    b: B\n',
    },
    line: 4,
    step: 'q',
    says: /20/,
  },
  {
    name: 'a step nobody reaches',
    source: flow('  - end: true\n    key: fin\n  - say: bonjour\n'),
    line: 6,
    step: 'bonjour',
    says: /reach/i,
  },
  {
    name: 'an alias bomb',
    source: `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n${GOOD}`,
    line: 2,
    says: /alias/i,
  },
  { name: 'a tag', source: flow('  - say: !!js/function "x"\n'), line: 4, says: /tag/i },
  { name: 'tabs', source: flow('\t- say: bonjour\n'), line: 4, says: /tab/i },
  {
    name: 'UTF-16',
    source: `\uFEFF${GOOD}`,
    bytes: (text) => Buffer.from(text, 'utf16le'),
    line: 1,
    says: /UTF-8/,
  },
  {
    name: 'Latin-1',
    source: GOOD.replace('bonjour', 'à'),
    bytes: (text) => Buffer.from(text, 'latin1'),
    line: 1,
    says: /UTF-8/,
  },
  { name: 'JSON with comments', source: '{\n  // a flow\n  "id": "essai"\n}\n', line: 2, says: /./ },
  { name: 'an empty file', source: '', line: 1, says: /./ },
  { name: 'a list', source: '- 1\n', line: 1, says: /./ },
  { name: 'deep brackets', source: '['.repeat(5000), line: 1, says: /deep/i },
  { name: 'a file of 300 KB', source: `# ${'x'.repeat(300 * 1024)}\n${GOOD}`, line: 1, says: /KB/ },
];

/** What looks odd and is right. */
export const SOUND: readonly { name: string; source: string }[] = [
  { name: 'Windows line ends', source: GOOD.replaceAll('\n', '\r\n') },
  { name: 'a byte order mark', source: `\uFEFF${GOOD}` },
  {
    name: 'JSON',
    source:
      '{"id":"essai","triggers":[{"keywords":{"fr":["essai"]}}],"steps":[{"say":"bonjour"},{"end":true,"key":"fin"}]}',
  },
];

export const EVERY_TEXT =
  'bonjour: Bonjour\nbonjour2: Bonjour\nq:\n  ask: Question ?\n  choices:\n    a: A\n    b: B\n';
