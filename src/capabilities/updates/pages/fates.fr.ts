import type { Cause } from '../model/causes.ts';
import { MAX_ALT, MAX_WHY } from '../model/content.ts';

const many = (n: number, one: string, more: string): string => (n < 2 ? one : more);

/** Words about what becomes of a published item, and about its picture, in French. */
export const FATES_FR = {
  correct: 'Corriger',
  correctTitle: 'Corriger la nouvelle',
  correctLead:
    'La correction est une nouvelle à part : une personne l’écrit, une autre la vérifie. Publiée, elle prend le même numéro ; l’ancienne version reste telle quelle, marquée « corrigée ».',
  correctTo: (count: string, version: string, n: number): string =>
    n === 0
      ? `Personne n’a encore reçu la version ${version}.`
      : `${count} ${many(n, 'personne a', 'personnes ont')} reçu la version ${version} : la correction ira à ${many(n, 'elle', 'toutes')}, même sans abonnement. Seul « stop » l’arrête.`,
  correctSubmit: 'Commencer la correction',
  underWay: 'Une correction est en cours :',
  editCorrection: (number: string, version: string): string =>
    `Vous corrigez ${number}, version ${version}. Elle reste visible jusqu’à la publication de la correction.`,
  reason: 'Ce qui était faux',
  whyHint: `Au plus ${String(MAX_WHY)} caractères. Ces mots partent avec la correction, avant le texte. Sans nom de personne.`,
  image: 'Image',
  imageLead: 'Une image est vérifiée avec le texte. Le lieu et l’appareil, s’ils y sont notés, sont effacés.',
  imageFile: 'Fichier image (JPEG, PNG ou WebP, 2 Mo au plus)',
  imageAlt: 'Ce que montre l’image',
  imageAltHint: `Au plus ${String(MAX_ALT)} caractères, pour qui ne la voit pas.`,
  imageAdd: 'Ajouter',
  imageReplace: 'Remplacer',
  imageRemove: 'Enlever',
  imageRefused: 'Ce fichier n’a pas été pris : attendu une image JPEG, PNG ou WebP de 2 Mo au plus.',
  imageNone: 'Choisissez un fichier.',
  noAlt: 'Pas encore décrite dans cette langue.',
  versionOf: (number: string, version: string): string => `${number}, version ${version}`,
  version: 'Version',
  replaces: 'Corrige',
  replacedBy: 'Corrigée par',
  fateTitles: {
    corrected: 'Qui avait l’ancienne version',
    withdrawn: 'Qui avait reçu la nouvelle',
  },
  fateWaits: 'L’envoi à ceux qui l’avaient reçue commence dans quelques secondes.',
  fateAtSeven: 'C’est la nuit : l’envoi à ceux qui l’avaient reçue commence à 7 h.',
  fateStates: {
    running: 'En cours',
    done: 'Terminé',
    withdrawn: 'Arrêté : remplacée ou retirée entre-temps',
  },
  reach: (told: string, had: string, share: string): string => `Le savent : ${told} sur ${had} (${share}).`,
  fateWaiting: 'Attendent que la personne écrive',
  fateRead: 'Dites quand elle a écrit',
  fateDropped: 'Jamais dites',
  fateWaitingWhy:
    'Sur un numéro WhatsApp ordinaire, on n’écrit à personne en premier : la personne l’apprend à sa prochaine conversation.',
  reachNone: 'Personne ne l’avait reçue.',
  hadIt: 'L’avaient reçue',
  inLog: 'Place dans le journal public',
  logPlace: (seq: string): string => `n° ${seq}`,
  logSigned: 'Signature (Ed25519)',
  logKey: 'Clé',
  logHash: 'Empreinte de l’entrée',
  logWaits: 'Pas encore dans le journal.',
  logKinds: { published: 'Publication', corrected: 'Correction', withdrawn: 'Retrait' },
  sinceApproval: 'Ce qui a changé depuis la dernière vérification',
  sinceApprovalNone: 'Rien n’a changé depuis la dernière vérification.',
  cause: 'Ce qu’on dira aux gens',
  causeHint: 'Un choix et non vos mots : un retrait ne demande qu’une personne.',
  causeMissing: 'Choisissez ce qu’on dira aux gens.',
  causes: {
    wrong: 'Ce message contenait une erreur.',
    source_fell: 'Sa source n’est plus sûre.',
    no_longer_so: 'La situation a changé.',
    endangers: 'Il pouvait mettre quelqu’un en danger.',
    not_ours: 'Il a été publié sans accord.',
  } satisfies Record<Cause, string> as Readonly<Record<Cause, string>>,
  withdrawTo: (count: string, n: number): string =>
    n === 0
      ? 'Personne ne l’a encore reçue.'
      : `${count} ${many(n, 'personne l’a reçue, et apprendra', 'personnes l’ont reçue, et apprendront')} qu’elle est retirée.`,
};

export type FateTexts = typeof FATES_FR;
