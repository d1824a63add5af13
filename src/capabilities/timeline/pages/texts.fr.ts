import type { KindWords } from '../../approved/index.ts';

const KIND: KindWords = {
  menu: 'Étapes de la paix',
  about: 'Où en est-on ? Les faits datés, de l’accord à la mise en œuvre, chacun avec sa source.',
  lead: 'Ce que le chat et la page publique disent du chemin de la paix. Deux personnes valident chaque étape.',
  emptyTitle: 'Aucune étape à vous',
  empty: 'Les étapes livrées avec Benkan sont déjà lues, avec la mention « pas encore vérifié ».',
  begin: 'Ajouter une étape',
  newTitle: 'Nouvelle étape',
  editTitle: 'Modifier l’étape',
  formLead: 'Un fait, une date, une source. Une autre personne la validera avant que quelqu’un la lise.',
  back: 'Retour',
  fields: {
    date: { label: 'Date', group: 'Ce qui s’est passé' },
    phase: { label: 'Phase' },
    theme: { label: 'Thème' },
    lieu: { label: 'Lieu' },
    fr_texte: { label: 'Texte (français)', hint: 'Une ou deux phrases, 200 caractères au plus.' },
    bm_texte: { label: 'Texte (bambara)', hint: 'Sans lui, on lit le français, et c’est dit.' },
    source: { label: 'Source', group: 'D’où cela vient' },
    lien: { label: 'Adresse de la source' },
    confiance: { label: 'Confiance', hint: 'Une date ou un fait encore provisoire est dit comme tel.' },
  },
};

export const TIMELINE_FR = {
  kind: KIND,
  phases: {
    accord: 'Accord',
    dialogue: 'Dialogue',
    charte: 'Charte',
    mise_en_oeuvre: 'Mise en œuvre',
  },
  themes: {
    accord: 'Accord',
    dialogue: 'Dialogue',
    charte: 'Charte',
    reconciliation: 'Réconciliation',
    institutions: 'Institutions',
    securite: 'Sécurité',
    voisins: 'Pays voisins',
  },
  confidences: { sourced: 'Sourcé', provisional: 'Provisoire' },
  national: 'Tout le Mali',
  shippedTitle: 'Livrées avec Benkan, pas encore vérifiées ici',
  shippedLead:
    'Elles viennent de la presse. Reprenez-en une : vous la corrigez, une autre personne la valide, et la mention disparaît.',
  shippedCount: (n: number): string => (n === 1 ? '1 étape livrée' : `${String(n)} étapes livrées`),
  takeOver: 'Reprendre',
  source: 'Source :',
  submitted: (n: number): string => (n === 1 ? 'étape à valider' : 'étapes à valider'),
};
export type TimelineTexts = typeof TIMELINE_FR;
