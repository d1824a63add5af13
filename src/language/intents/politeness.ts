/**
 * The utterance without what is said around any request ("bonjour", "je veux voir …", "… s'il vous plaît", *… sabali*),
 * and a word said again ("stop stop"). Takes and gives safe folding. A sentence keeps its other words, and so stays a
 * sentence.
 */
export function plainly(safe: string): string {
  const request = safe.replace(AFTER, '').replace(BEFORE, '').trim();
  const [first = '', ...others] = request.split(' ');
  return others.every((word) => word === first) ? first : request;
}

const PLEASE = [
  ...[
    's il vous plait',
    'sil vous plait',
    's il te plait',
    'sil te plait',
    'silvouplait',
    'svp',
    'stp',
    'please',
  ],
  ...['sabali', 'hake to'],
];
const THANKS = ['merci'];
const GREETING = ['bonjour', 'bonsoir', 'salut', 'bjr', 'bsr', 'slt', 'i ni ce', 'i ni sogoma', 'aw ni ce'];
const WISH = [
  ...[
    'je veux',
    'je veu',
    'je ve',
    'jveux',
    'jveu',
    'je voudrais',
    'je voudrai',
    'je souhaite',
    'je demande',
  ],
  ...['on veut', 'nous voulons', 'merci de', 'n ba fe ka'],
];
const SHOW = [
  ...['voir', 'afficher', 'affiche', 'affichez', 'montre moi', 'montrez moi', 'montre', 'montrez'],
  ...['donne moi', 'donnez moi', 'donnez nous', 'liste des', 'la liste des'],
];
const NOW = ['maintenant', 'immediatement', 'tout de suite', 'vite', 'sisan'];
const WHOM = ['monsieur', 'madame', 'mr', 'mme', 'chef', 'mon frere', 'ma soeur', 'les amis', 'deh', 'de'];

const anyOf = (...lists: readonly (readonly string[])[]): string =>
  lists
    .flat()
    .toSorted((a, b) => b.length - a.length)
    .join('|');
const BEFORE = new RegExp(
  `^(?:(?:${anyOf(PLEASE, GREETING, WISH, SHOW)}) )*(?:(?:les?|la|une?|des|du) (?=\\S{4,}$))?`,
  'u',
);
const AFTER = new RegExp(`(?: (?:${anyOf(PLEASE, THANKS, NOW, WHOM)}))+$`, 'u');
