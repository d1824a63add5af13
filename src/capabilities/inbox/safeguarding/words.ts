import type { SensitiveKind, SensitiveWord } from '../ports.ts';

/**
 * Words and phrases that send a thread to the red queue, each with where it is from. Rather one too many than one too few:
 * a thread that is red for nothing costs a colleague one look. French is our own list, to be reviewed by practitioners of
 * child protection before use; Bambara stands here only where the glossary has the word, and awaits native review.
 */
export const SENSITIVE_WORDS: readonly SensitiveWord[] = [
  ...french('violence', [
    ...[
      'violence',
      'violences',
      'tuer',
      'tué',
      'tués',
      'tuée',
      'tuerie',
      'assassiner',
      'assassiné',
      'meurtre',
    ],
    ...[
      'massacre',
      'massacré',
      'égorgé',
      'égorger',
      'torture',
      'torturé',
      'frappé',
      'frappée',
      'battu',
      'battue',
    ],
    ...[
      'me frappe',
      'me bat',
      'poignardé',
      'attaque',
      'attaqué',
      'attaquent',
      'du sang',
      'cadavre',
      'cadavres',
    ],
    ...['blessé', 'blessés', 'blessée', 'lynché', 'lynchage', 'brûlé vif'],
  ]),
  ...french('threat', [
    ...['menace', 'menaces', 'menacé', 'menacée', 'menacer', 'me menace', 'menacent', 'danger', 'en danger'],
    ...[
      'veulent me tuer',
      'me cherchent',
      'me suivent',
      'vengeance',
      'se venger',
      'au secours',
      'sauvez',
      'ultimatum',
    ],
  ]),
  ...french('suicide', [
    ...['suicide', 'suicider', 'me tuer', 'mourir', 'veux mourir', 'en finir', 'plus vivre', 'me pendre'],
    ...['envie de vivre', 'avaler des médicaments'],
  ]),
  ...french('child', [
    ...['enfant', 'enfants', 'bébé', 'fillette', 'mineur', 'mineure', 'mineurs', 'orphelin', 'orpheline'],
    ...[
      'enfant soldat',
      'enfants soldats',
      'mariage forcé',
      'mariée de force',
      'excision',
      'excisée',
      'talibé',
    ],
    ...['maltraitance', 'maltraité', 'maltraitée'],
  ]),
  ...french('ransom', [
    ...[
      'rançon',
      'rançons',
      'enlevé',
      'enlevée',
      'enlevés',
      'enlèvement',
      'kidnappé',
      'kidnappée',
      'kidnapping',
    ],
    ...['otage', 'otages', 'séquestré', 'séquestrée', 'disparu', 'disparue', 'emmené de force'],
  ]),
  ...french('weapons', [
    ...[
      'arme',
      'armes',
      'armé',
      'armés',
      'fusil',
      'fusils',
      'kalachnikov',
      'pistolet',
      'munitions',
      'bombe',
      'bombes',
    ],
    ...['engin piégé', 'explosif', 'explosifs', 'explosion', 'grenade', 'grenades', 'drone', 'couteau'],
    ...['machette', 'tirs', 'coups de feu', 'tirent'],
  ]),
  ...french('sexual', [
    ...['viol', 'viols', 'violé', 'violée', 'violées', 'violer', 'agression sexuelle', 'attouchement'],
    ...['attouchements', 'abusée', 'abus sexuel', 'abuse de moi', 'harcèlement', 'prostitution forcée'],
  ]),
  bambara('violence', 'ɲangata', 'violence, sévices (278)'),
  bambara('violence', 'ɲankata', 'violence, sévices, variante (278)'),
  bambara('violence', 'fariya', 'violence, à vérifier (277)'),
  bambara('violence', 'binkanni', 'attaque (280)'),
  bambara('violence', 'faga', 'tuer (290)'),
  bambara('violence', 'joginnen', 'blessé (291)'),
  bambara('threat', 'farati', 'danger (285)'),
  bambara('threat', 'jatigɛwalekɛla', 'terroriste (282)'),
  bambara('suicide', 'saya', 'mort (289)'),
  bambara('child', 'den', 'enfant (153)'),
  bambara('weapons', 'maramafɛn', 'arme (283)'),
  bambara('weapons', 'marifa', 'fusil (284)'),
];

function french(kind: SensitiveKind, words: readonly string[]): SensitiveWord[] {
  const source = 'liste de Benkan, à relire par des praticiens de la protection';
  return words.map((word) => ({ kind, lang: 'fr', word, source }));
}

/** @param row of the glossary, with its line */
function bambara(kind: SensitiveKind, word: string, row: string): SensitiveWord {
  return { kind, lang: 'bm', word, source: `glossaire : ${row}` };
}
