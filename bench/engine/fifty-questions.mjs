/** Id of the long survey: the five questions of flows/sondage-paix ten times over, under keys of their own. */
export const FIFTY = 'sondage-cinquante';
const TIMES = 10;
const QUESTIONS = ['priorite', 'age', 'idee', 'lieu', 'reunion'];

const STEPS = {
  priorite: 'type: choice\n    choices: [securite, eau, ecole, travail, dialogue]',
  age: 'type: number\n    min: 1\n    max: 110',
  idee: 'type: text\n    max_length: 300',
  lieu: 'type: place',
  reunion: 'type: yes_no',
};

export function fiftyQuestions() {
  const asks = times((n) => QUESTIONS.map((key) => `  - ask: ${key}${n}\n    ${STEPS[key]}`)).flat();
  return [
    `id: ${FIFTY}`,
    `triggers: [{ keywords: { fr: [${FIFTY}], bm: [${FIFTY}] } }]`,
    `survey: ${FIFTY}`,
    'expires: 7d',
    'steps:',
    '  - say: debut',
    ...asks,
    '  - say: merci',
    '  - end: true',
    '    key: fin',
    '',
  ].join('\n');
}

/** @param five the locale file of the survey of five questions */
export function fiftyTexts(five) {
  const blocks = five.split(/^(?=\w)/m);
  const copies = times((n) =>
    QUESTIONS.map((key) =>
      blocks.find((block) => block.startsWith(`${key}:`)).replace(`${key}:`, `${key}${n}:`),
    ),
  ).flat();
  const rest = blocks.filter((block) => /^(_file|debut|merci):/.test(block));
  return [...rest, ...copies].map((block) => (block.endsWith('\n') ? block : `${block}\n`)).join('');
}

const times = (make) => Array.from({ length: TIMES }, (_, n) => make(n));
