/** A broken flow as an author might save it, where the finding must point, and a word of what it must say. */
export interface Broken {
  name: string;
  /** `essai` stands for its id. */
  source: string;
  /** How the editor wrote the file, where not as UTF-8. */
  bytes?: (text: string) => string | Uint8Array;
  line: number;
  /** The step it must name; missing where the file as a whole is at fault. */
  step?: string;
  /** The stable word for programs. */
  code: string;
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
    code: 'loop_without_wait',
    source: flow('  - say: bonjour\n  - goto: bonjour\n    key: encore\n'),
    line: 4,
    step: 'bonjour',
    says: /wait|ask|loop/i,
  },
  {
    name: '10,001 steps',
    code: 'too_many_steps',
    source: flow('  - say: bonjour\n'.repeat(10_001)),
    line: 1,
    says: /step|split|KB/i,
  },
  {
    name: '10,000 choices',
    code: 'bad_step',
    source: flow(
      `  - ask: q\n    type: choice\n    choices: [${Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(', ')}]\n`,
    ),
    line: 6,
    step: 'q',
    says: /at most \d+ choices/,
  },
  {
    name: 'a target that is not there',
    code: 'dangling_goto',
    source: flow('  - say: bonjour\n  - goto: nulle_part\n    key: la\n'),
    line: 5,
    step: 'la',
    says: /nulle_part/,
  },
  {
    name: 'a flow that is not there',
    code: 'dangling_goto',
    source: flow('  - say: bonjour\n  - goto: { flow: nulle-part }\n    key: la\n'),
    line: 5,
    step: 'la',
    says: /nulle-part/,
  },
  {
    name: 'the same key twice',
    code: 'duplicate_step',
    source: flow('  - say: bonjour\n  - say: bonjour\n'),
    line: 5,
    step: 'bonjour',
    says: /bonjour/,
  },
  {
    name: 'a step called __proto__',
    code: 'bad_step',
    source: flow('  - say: __proto__\n'),
    line: 4,
    step: '__proto__',
    says: /must look like|choose another/i,
  },
  {
    name: 'a step called constructor',
    code: 'bad_step',
    source: flow('  - say: constructor\n'),
    line: 4,
    step: 'constructor',
    says: /choose another/i,
  },
  {
    name: 'a key $set',
    code: 'forbidden_key',
    source: flow('  - say: bonjour\n    $set: 1\n'),
    line: 5,
    says: /\$set/,
  },
  {
    name: 'a key with dots',
    code: 'bad_step',
    source: flow('  - say: bon.jour\n'),
    line: 4,
    step: 'bon.jour',
    says: /must look like/,
  },
  {
    name: 'an id that is not the file name',
    code: 'id_is_not_file_name',
    source: GOOD.replace('id: essai', 'id: autre'),
    line: 1,
    says: /essai/,
  },
  { name: 'no id', code: 'bad_header', source: GOOD.replace('id: essai\n', ''), line: 1, says: /id/ },
  {
    name: 'a step nobody knows',
    code: 'unknown_step',
    source: flow('  - shout: bonjour\n'),
    line: 4,
    says: /say|ask/,
  },
  {
    name: 'a regular expression',
    code: 'bad_step',
    source: flow('  - ask: q\n    type: text\n    pattern: (a+)+$\n'),
    line: 6,
    step: 'q',
    says: /pattern/,
  },
  {
    name: 'an unknown call',
    code: 'unknown_call',
    source: flow('  - call: surveys.explode\n    key: c\n'),
    line: 4,
    step: 'c',
    says: /surveys\.explode/,
  },
  {
    name: 'an unknown effect',
    code: 'unknown_effect',
    source: flow('  - do: everything.delete\n    key: c\n'),
    line: 4,
    step: 'c',
    says: /everything\.delete/,
  },
  {
    name: 'an expression that is none',
    code: 'bad_expression',
    source: flow('  - if: answers.age >\n    key: c\n    then: [{ say: bonjour }]\n'),
    line: 4,
    step: 'c',
    says: /answers\.age >/,
  },
  {
    name: 'a name in an expression nobody sets',
    code: 'unknown_name',
    source: flow('  - if: answers.age > 3\n    key: c\n    then: [{ say: bonjour }]\n'),
    line: 4,
    step: 'c',
    says: /age/,
  },
  {
    name: 'a comparison of words with a number',
    code: 'wrong_type',
    source: flow(
      '  - ask: q\n    type: text\n  - if: answers.q > 3\n    key: c\n    then: [{ say: bonjour }]\n',
    ),
    line: 6,
    step: 'c',
    says: /answers\.q > 3/,
  },
  {
    name: 'a language missing',
    code: 'missing_text',
    source: GOOD,
    texts: { fr: WORDS, bm: 'autre: X\n' },
    line: 4,
    step: 'bonjour',
    says: /bm/,
  },
  {
    name: 'a label over the limit of a channel',
    code: 'label_too_long',
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
    code: 'unreachable',
    source: flow('  - end: true\n    key: fin\n  - say: bonjour\n'),
    line: 6,
    step: 'bonjour',
    says: /reach/i,
  },
  {
    name: 'an alias bomb',
    code: 'yaml_alias',
    source: `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n${GOOD}`,
    line: 2,
    says: /alias/i,
  },
  {
    name: 'a tag',
    code: 'yaml_tag_resolve_failed',
    source: flow('  - say: !!js/function "x"\n'),
    line: 4,
    says: /tag/i,
  },
  { name: 'tabs', code: 'tab', source: flow('\t- say: bonjour\n'), line: 4, says: /tab/i },
  {
    name: 'UTF-16',
    code: 'not_utf8',
    source: `\uFEFF${GOOD}`,
    bytes: (text) => Buffer.from(text, 'utf16le'),
    line: 1,
    says: /UTF-8/,
  },
  {
    name: 'Latin-1',
    code: 'not_utf8',
    source: GOOD.replace('bonjour', 'à'),
    bytes: (text) => Buffer.from(text, 'latin1'),
    line: 1,
    says: /UTF-8/,
  },
  {
    name: 'JSON with comments',
    code: 'json_comment',
    source: '{\n  // a flow\n  "id": "essai"\n}\n',
    line: 2,
    says: /./,
  },
  { name: 'an empty file', code: 'bad_header', source: '', line: 1, says: /must be a map/ },
  { name: 'a list', code: 'bad_header', source: '- 1\n', line: 1, says: /must be a map/ },
  { name: 'deep brackets', code: 'too_deep', source: '['.repeat(5000), line: 1, says: /deep/i },
  {
    name: 'a file of 300 KB',
    code: 'file_too_large',
    source: `# ${'x'.repeat(300 * 1024)}\n${GOOD}`,
    line: 1,
    says: /KB/,
  },
  {
    name: 'a loop over a call alone',
    code: 'loop_without_wait',
    source: flow('  - call: people.kept\n    key: c\n    save: k\n  - goto: c\n    key: encore\n'),
    line: 4,
    step: 'c',
    says: /put a question in between/,
  },
  {
    name: 'a question nobody gets past',
    code: 'dead_end',
    source: flow('  - ask: q\n    type: yes_no\n    on_fail: { goto: q }\n  - goto: q\n    key: encore\n'),
    line: 4,
    step: 'q',
    says: /add an end/,
  },
  {
    name: 'a step of the other steps, misspelt',
    code: 'dangling_goto',
    source: flow('  - say: bonjour\n  - ask: q\n    type: text\n    on_fail: { goto: bonjuor }\n'),
    line: 7,
    step: 'q',
    says: /bonjuor in this flow \(bonjour\?\); correct/,
  },
  {
    name: 'an id __proto__',
    code: 'bad_header',
    source: GOOD.replace('id: essai', 'id: __proto__'),
    line: 1,
    says: /must look like sondage-paix/,
  },
  {
    name: 'a variable $set',
    code: 'bad_step',
    source: flow('  - set: { vars.$set: 1 }\n    key: s\n'),
    line: 4,
    step: 's',
    says: /must look like vars\.total/,
  },
  ...['"(a+)+$"', '"(?=a)a"', '"(?<!b)a"', '"a"'].map((pattern) => ({
    name: `a pattern, ${pattern}, where regular expressions backtrack`,
    code: 'unsafe_regex',
    source: flow(
      `  - ask: q\n    type: text\n  - if: answers.q.matches(${pattern})\n    key: c\n    then: [{ say: bonjour }]\n`,
    ),
    line: 6,
    step: 'c',
    says: /use contains\(\)/,
  })),
  {
    name: 'a pattern as the other languages write it',
    code: 'unsafe_regex',
    source: flow(
      '  - ask: q\n    type: text\n  - if: matches(answers.q, "(a|a)*b")\n    key: c\n    then: [{ say: bonjour }]\n',
    ),
    line: 6,
    step: 'c',
    says: /use contains\(\)/,
  },
  {
    name: 'a field no call brings',
    code: 'unknown_field',
    source: flow(
      '  - call: volunteers.me\n    key: m\n    save: moi\n  - if: vars.moi.age\n    key: c\n    then: [{ say: bonjour }]\n',
    ),
    line: 7,
    step: 'c',
    says: /use code, registered, waits/,
  },
  {
    name: 'a call that is given what it does not take',
    code: 'unknown_field',
    source: flow('  - call: volunteers.event\n    key: m\n    with:\n      activite: "1"\n      date: "2"\n'),
    line: 8,
    step: 'm',
    says: /takes activite/,
  },
  {
    name: 'an effect that is not given what it takes',
    code: 'missing_field',
    source: flow('  - do: volunteers.keep\n    key: m\n    with: { activite: "1" }\n'),
    line: 6,
    step: 'm',
    says: /Add ticket/,
  },
  {
    name: 'a keyword that means something else at every step',
    code: 'global_keyword',
    source: GOOD.replace('[essai]', '[essai, dɛmɛ]'),
    line: 2,
    says: /another keyword than "dɛmɛ": it means "help"/,
  },
  {
    name: 'a keyword of another flow, in another language and another spelling',
    code: 'conflicting_trigger',
    source: GOOD.replace('[essai]', '[essai, kènè]'),
    line: 2,
    says: /Take the keyword "kènè" away here or from .*base\.yaml/,
  },
  {
    name: 'a keyword nobody can type',
    code: 'empty_keyword',
    source: GOOD.replace('[essai]', '[essai, "…"]'),
    line: 2,
    says: /with letters/,
  },
  {
    name: 'a text without the recording its header wants',
    code: 'missing_audio',
    source: GOOD.replace('steps:', 'audio: [bm]\nsteps:'),
    line: 5,
    step: 'bonjour',
    says: /Record bonjour and name the file under "audio" in locales\/bm/,
  },
  {
    name: 'a recording that is not where its text says',
    code: 'lost_audio',
    source: GOOD,
    texts: { fr: WORDS, bm: 'bonjour: { text: Bonjour, audio: audio/bonjour.ogg }\n' },
    line: 1,
    says: /Put the recording of bonjour at locales\/bm\/audio\/bonjour\.ogg/,
  },
  {
    name: 'recordings in a language there is not',
    code: 'unknown_language',
    source: GOOD.replace('steps:', 'audio: [ba]\nsteps:'),
    line: 3,
    says: /there are bm, fr/,
  },
  {
    name: 'a merged map',
    code: 'yaml_alias',
    source: flow('  - <<: *autre\n    say: bonjour\n'),
    line: 4,
    says: /Write it out/,
  },
];

/** What looks odd and is right. */
export const SOUND: readonly { name: string; source: string }[] = [
  { name: 'Windows line ends', source: GOOD.replaceAll('\n', '\r\n') },
  {
    name: 'trailing commas',
    source: '{"id":"essai","triggers":[{"keywords":{"fr":["essai",]}}],"steps":[{"say":"bonjour"},],}',
  },
  { name: 'an anchor nobody comes back to', source: GOOD.replace('- say', '- &a say') },
  { name: 'a byte order mark', source: `\uFEFF${GOOD}` },
  {
    name: 'JSON',
    source:
      '{"id":"essai","triggers":[{"keywords":{"fr":["essai"]}}],"steps":[{"say":"bonjour"},{"end":true,"key":"fin"}]}',
  },
];

/** A sound flow beside them, with a keyword. */
export const BASE = 'id: base\ntriggers: [{ keywords: { bm: [kɛnɛ] } }]\nsteps:\n  - say: bonjour\n';

export const EVERY_TEXT =
  'bonjour: Bonjour\nbonjour2: Bonjour\nq:\n  ask: Question ?\n  choices:\n    a: A\n    b: B\n';
