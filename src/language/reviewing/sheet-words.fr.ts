import type { Doubt } from '../attesting/review-list.ts';
import type { ReviewState } from './review-row.ts';

interface AttestedWord {
  word: string;
  stem: string;
  source: 'glossary' | 'parallel';
  row: number;
  confidence: string;
  meaning: string | undefined;
}

const CONFIDENCE: Readonly<Record<string, string>> = { high: 'sûr', medium: 'assez sûr', low: 'douteux' };

/** Words of the files a reviewer fills, in plain French. */
export const SHEET_FR = {
  sheets: { guide: 'Lisez-moi', texts: 'Textes', terms: 'Termes' },
  columns: {
    id: 'Clé',
    where: 'Où c’est dit',
    french: 'Français',
    text: 'Texte actuel',
    corrected: 'Texte corrigé',
    approved: 'Approuvé (oui ou non)',
    remark: 'Remarque',
    by: 'Relu par',
    max: 'Longueur maximale',
    placeholders: 'À garder tel quel',
    terms: 'D’où viennent les mots',
    doubts: 'À regarder d’abord',
    state: 'État',
    print: 'Empreinte (ne pas changer)',
  },
  termColumns: { concept: 'Idée', chosen: 'Mot choisi', others: 'Et non', reason: 'Pourquoi' },
  states: {
    reviewed: 'relu',
    draft: 'à relire',
    kept: 'resté en français',
    absent: 'manque',
  } satisfies Record<ReviewState, string>,
  yes: 'oui',
  no: 'non',
  yourName: 'Votre nom :',
  reviewedBy: (by: string, on: string): string => `relu par ${by} le ${on}`,
  characters: (n: number): string => `${n} signes`,
  chosen: (chosen: string, concept: string, others: readonly string[]): string =>
    `${chosen} : choisi pour « ${concept} », et non ${others.join(', ')}`,
  nowhere: (word: string): string => `${word} : dans aucune source`,
  attested: ({ word, stem, source, row, confidence, meaning }: AttestedWord): string =>
    [
      word,
      stem === word ? '' : ` (de ${stem})`,
      meaning === undefined ? '' : ` = ${meaning}`,
      source === 'glossary' ? ` : glossaire, ligne ${row}` : ` : phrases parallèles, ligne ${row}`,
      confidence === '' ? '' : ` (${CONFIDENCE[confidence] ?? confidence})`,
    ].join(''),
  doubt: ({ kind, note }: Doubt): string => {
    switch (kind) {
      case 'kept':
        return `Resté en français, faute de mot dans nos sources. Note de l’équipe : ${note}`;
      case 'word':
        return `Mot douteux : ${note.replace(/^"(.+)": low confidence in glossary row (\d+)$/u, '« $1 », ligne $2 du glossaire')}`;
      case 'order':
        return `Ordre des mots : ${note.replace(/^"(.+)" stands nowhere in the sources$/u, '« $1 » ne se trouve dans aucune source').replace(/^"(.+)" ends without a verb$/u, '« $1 » finit sans verbe')}`;
      case 'meaning':
        return `Sens : ${note}`;
    }
  },
  remarked: (remark: string, by: string): string => `Remarque de ${by} : ${remark}`,
  poGuide: (lang: string, day: string): string[] => [
    `Relecture des textes de Benkan (${lang}), fichier du ${day}`,
    'Le texte est bon : ôtez la marque « fuzzy » (dans Poedit : « À revoir »). Il est alors approuvé.',
    'Le texte n’est pas bon : corrigez-le et ôtez la marque. Un doute : corrigez et laissez la marque.',
    'Une remarque : un commentaire du traducteur. Votre nom : Last-Translator, dans l’en-tête.',
    'Gardez ce qui est entre doubles accolades, et les lignes « benkan: ».',
  ],
  guide: (lang: string, day: string): string[] => [
    `Relecture des textes de Benkan (${lang}), fichier du ${day}`,
    '',
    'Vous relisez ce que le robot dit aux jeunes. Personne dans l’équipe n’a cette langue pour langue maternelle : c’est vous qui savez.',
    '',
    'Comment faire',
    '1. Écrivez votre nom dans la case jaune en bas de cette feuille.',
    '2. Ouvrez la feuille « Textes ». Une ligne, un texte. Lisez le français, puis le texte actuel.',
    '3. Le texte est bon : écrivez « oui » dans la colonne « Approuvé ». Rien d’autre.',
    '4. Le texte n’est pas bon : écrivez le bon texte dans « Texte corrigé », puis « oui » dans « Approuvé ».',
    '5. Vous avez un doute : écrivez votre idée dans « Texte corrigé » ou dans « Remarque », puis « non » dans « Approuvé ».',
    '6. Une ligne que vous laissez vide ne change rien. Vous pouvez rendre le fichier avant d’avoir tout relu.',
    '',
    'À respecter',
    '• Gardez ce qui est entre doubles accolades, par exemple {{date, jour}} : le robot met la vraie date à cet endroit. Vous pouvez le déplacer, pas le changer.',
    '• « Longueur maximale » : c’est un bouton. Un texte plus long serait coupé sur le téléphone.',
    '• Écrivez ɛ ɔ ɲ ŋ, l’apostrophe ’ pour l’élision, et pas de tons. Sans clavier bambara, copiez ces lettres d’ici.',
    '• Ne changez pas les colonnes « Clé » et « Empreinte ». Vous pouvez cacher, élargir ou déplacer des colonnes ; ne fusionnez pas de cases.',
    '• Des phrases courtes, des mots de tous les jours : beaucoup lisent peu.',
    '• « Un mot, une idée » : la feuille « Termes » dit quel mot a été choisi quand il y en avait plusieurs. Si le choix est mauvais, dites-le dans « Remarque ».',
    '',
    'Rendez le fichier tel quel, en .xlsx. Chaque ligne est vérifiée ; ce qui ne passe pas vous revient avec sa ligne et la raison. Rien n’est perdu.',
  ],
} as const;

export type SheetWords = typeof SHEET_FR;
