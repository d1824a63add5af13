/** A mistake as authors make it, in one of the guide's files. */
export interface Mistake {
  /** As the guide calls it. */
  name: string;
  file: string;
  from: string;
  to: string;
}

const WATER = 'flows/eau-du-quartier.yaml';
const WATER_FR = 'locales/fr/flows/eau-du-quartier.yaml';

/** The commonest first. */
export const MISTAKES: readonly Mistake[] = [
  {
    name: 'A sentence is missing in one language',
    file: 'locales/bm/flows/eau-du-quartier.yaml',
    from: 'merci: I ni ce ! I ka jaabi fila sɔrɔla.\n',
    to: '',
  },
  {
    name: 'A name is not written the same in both places',
    file: 'flows/avis-ecole.yaml',
    from: 'then: fin }',
    to: 'then: fni }',
  },
  { name: 'A question has no type', file: WATER, from: '    type: number\n', to: '' },
  { name: 'A word of the flow file is misspelt', file: WATER, from: 'choices:', to: 'choises:' },
  { name: 'A kind of step that does not exist', file: WATER, from: '- say: merci', to: '- tell: merci' },
  { name: 'Two steps have the same name', file: WATER, from: '- say: merci', to: '- say: bonjour' },
  { name: 'One = instead of two', file: WATER, from: 'answers.minutes > 60', to: 'answers.minutes = 60' },
  {
    name: 'A word in a condition without its quotes',
    file: WATER,
    from: 'has(answers.minutes) && answers.minutes > 60',
    to: 'answers.source == puits',
  },
  {
    name: 'Words compared with a number',
    file: WATER,
    from: 'has(answers.minutes) && answers.minutes > 60',
    to: 'answers.source > 60',
  },
  {
    name: 'A button is too long',
    file: WATER_FR,
    from: 'Le robinet',
    to: 'Le robinet dans la cour de la maison',
  },
  { name: 'A colon in a sentence without quotes', file: WATER_FR, from: 'Merci ! Tes', to: 'Merci : tes' },
  {
    name: 'A {{word}} nobody fills in',
    file: WATER_FR,
    from: "C'est loin, merci",
    to: "C'est loin, {{minutes}} minutes, merci",
  },
  { name: 'A keyword everybody can always write', file: WATER, from: 'fr: [eau]', to: 'fr: [aide]' },
  {
    name: 'A step nobody comes to',
    file: WATER,
    from: '  - say: merci\n  - end: true\n    key: fin\n',
    to: '  - end: true\n    key: fin\n  - say: merci\n',
  },
  { name: 'Tabs instead of spaces', file: WATER, from: '  - say: merci', to: '\t- say: merci' },
];
