import type { CommuneRow } from './rows.ts';

const LAW_1999 = 'a commune of the law 99-035 of 1999, by the encyclopaedia articles on the cercles of Mali';
const LAWS_2023 = 'a chief town of a cercle of the 2023 laws, by press lists; its cercle of 2009';
const QUARTERS =
  'a quarter of Bamako, by the list of abamako.com 250694 (2021-04-27) and the six communes there are';
/** Everybody knows them; their cercle was read nowhere yet. */
const UNREAD = 'a town; its cercle not read in a source';

/**
 * Communes, towns and quarters people name instead of their cercle or their commune of Bamako. A first list, of those
 * everybody knows, by the cercles of the 2009 frame; each is understood as the finest place that is kept.
 */
export const COMMUNES: readonly CommuneRow[] = [
  ...within(
    'bamako/commune-1',
    ['Korofina', 'Boulkassoumbougou', 'Djélibougou', 'Banconi', 'Fadjiguila', 'Sotuba', 'Sikoroni'],
    QUARTERS,
  ),
  ...within(
    'bamako/commune-2',
    ['Hippodrome', 'Missira', 'Médina Coura', 'Bozola', 'Niaréla', 'Quinzambougou', 'Bagadadji'],
    QUARTERS,
  ),
  ...within(
    'bamako/commune-3',
    [
      'Badialan',
      'Dravéla',
      'Point G',
      'Koulouba',
      'Bamako Coura',
      'Darsalam',
      'Ntomikorobougou',
      'Ouolofobougou',
    ],
    QUARTERS,
  ),
  ...within(
    'bamako/commune-4',
    ['Lafiabougou', 'Hamdallaye', 'Djicoroni Para', 'Sébénikoro', 'Taliko', 'Kalabambougou'],
    QUARTERS,
  ),
  ...within(
    'bamako/commune-5',
    [
      'Badalabougou',
      'Kalaban Coura',
      'Torokorobougou',
      'Daoudabougou',
      'Sabalibougou',
      'Bacodjicoroni',
      'Garantiguibougou',
    ],
    QUARTERS,
  ),
  ...within(
    'bamako/commune-6',
    [
      'Faladié',
      'Sogoniko',
      'Magnambougou',
      'Niamakoro',
      'Missabougou',
      'Sénou',
      'Yirimadio',
      'Banankabougou',
      'Sokorodji',
      'Dianéguéla',
    ],
    QUARTERS,
  ),
  ...within('koulikoro/kati', ['Sanankoroba', 'Baguinéda', 'Siby'], LAW_1999),
  ...within('koulikoro/kati', ['Kalaban Coro', 'Ouélessébougou', 'Moribabougou', 'Dialakorodji'], UNREAD),
  ...within('koulikoro/koulikoro', ['Tienfala', 'Sirakorola'], LAW_1999),
  ...within('dioila/dioila', ['Béléco'], LAW_1999),
  ...within('dioila/dioila', ['Fana'], LAWS_2023),
  ...within('sikasso/sikasso', ['Niéna', 'Kignan'], LAW_1999),
  ...within('sikasso/kadiolo', ['Zégoua', 'Loulouni', 'Misséni'], LAW_1999),
  ...within('bougouni/bougouni', ['Garalo', 'Koumantou'], LAW_1999),
  ...within('bougouni/bougouni', ['Manankoro'], UNREAD),
  ...within('bougouni/yanfolila', ['Kalana'], UNREAD),
  ...within('koutiala/koutiala', ["M'Pessoba", 'Konséguéla', 'Zangasso'], LAW_1999),
  ...within('kayes/kayes', ['Ségala', 'Sadiola', 'Diamou'], LAW_1999),
  ...within('kayes/kayes', ['Ambidédi'], LAWS_2023),
  ...within('kayes/bafoulabe', ['Mahina', 'Bamafélé'], LAW_1999),
  ...within('kayes/bafoulabe', ['Manantali'], UNREAD),
  ...within('kayes/kenieba', ['Faléa', 'Sitakilly'], LAW_1999),
  ...within('kita/kita', ['Sébékoro', 'Toukoto', 'Sirakoro'], LAW_1999),
  ...within('segou/segou', ['Markala', 'Dioro', 'Sansanding'], LAW_1999),
  ...within('segou/niono', ['Diabaly', 'Sokolo', 'Nampala'], LAW_1999),
  ...within('segou/macina', ['Kolongo', 'Monimpébougou'], LAW_1999),
  ...within('san/san', ['Kimparana'], LAWS_2023),
  ...within('san/tominian', ['Mandiakuy', 'Fangasso'], LAW_1999),
  ...within('segou/bla', ['Yangasso'], LAWS_2023),
  ...within('mopti/mopti', ['Konna'], LAW_1999),
  ...within('mopti/mopti', ['Sévaré'], UNREAD),
  ...within('mopti/djenne', ['Sofara', 'Mougna'], UNREAD),
  ...within('mopti/tenenkou', ['Diafarabé', 'Toguéré-Coumbé'], LAW_1999),
  ...within('mopti/tenenkou', ['Dioura'], UNREAD),
  ...within('bandiagara/bandiagara', ['Sangha'], LAW_1999),
  ...within('bandiagara/koro', ['Dinangourou', 'Madougou'], LAW_1999),
  ...within('bandiagara/bankass', ['Ouenkoro'], LAW_1999),
  ...within('douentza/douentza', ['Hombori', 'Mondoro'], LAW_1999),
  ...within('gao/gao', ['Gounzoureye', 'Gounzourey', 'Gunzurey'], LAW_1999),
  ...within('gao/ansongo', ['Labbezanga'], UNREAD),
  ...within('gao/bourem', ['Téméra', 'Taboye'], LAW_1999),
  ...within('kidal/kidal', ['Essouk'], LAW_1999),
  ...within('kidal/kidal', ['Anéfis'], LAWS_2023),
  ...within('kidal/tessalit', ['Aguelhok', 'Aguelhoc'], LAW_1999),
  ...within('menaka/menaka', ['Andéramboukane', 'Inékar', 'Tidermène'], LAW_1999),
];

function within(cercle: string, names: readonly string[], source: string): CommuneRow[] {
  const confidence = source === LAW_1999 ? 'sourced' : 'provisional';
  return names.map((name) => ({ name, cercle, confidence, source }));
}
