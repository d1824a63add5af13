import type { ErasureReason } from './reasons.ts';

/** Words of the pages about erasing a person, in French. */
export const ERASURE_FR = {
  menu: 'Accès et effacement',
  about:
    'Dire à une personne ce qui est gardé d’elle, ou l’effacer quand elle ne peut pas le faire elle-même.',
  lead: 'Une personne peut tout voir et tout effacer elle-même en écrivant « mes données » ou « effacer ». Cette page est pour celles qui ne le peuvent pas. Personne n’est listé : il faut connaître son numéro ou son identifiant.',
  findTitle: 'Chercher une personne',
  who: 'Numéro de téléphone ou identifiant de la plateforme',
  whoHint:
    'Par exemple +223 70 00 00 00, ou l’identifiant Telegram (des chiffres). Il n’est ni gardé ni montré de nouveau.',
  whyLook: 'Pourquoi cherchez-vous ?',
  choose: 'Choisissez une raison.',
  lookReasons: {
    demande: 'La personne le demande',
    protection: 'Protéger une personne',
    urgence: 'Urgence',
    autre: 'Autre raison (à écrire)',
  },
  words: 'Si c’est une autre raison, laquelle ?',
  find: 'Chercher',
  badWho: 'Tapez un numéro de téléphone complet ou un identifiant de plateforme.',
  nobody: 'Personne n’est connu sous ce numéro ou cet identifiant. Vérifiez chaque chiffre.',
  foundTitle: 'Une personne est connue',
  foundLead: 'Ce qui est gardé d’elle, en nombre seulement. Rien de ce qu’elle a écrit ne s’affiche.',
  shared: (n: number): string =>
    `Ce téléphone est partagé : ${String(n)} personnes sont connues derrière lui, et toutes seraient effacées.`,
  what: 'Ce qui est gardé',
  howMany: 'Nombre',
  kinds: {
    answers: 'Réponses à des sondages',
    surveys: 'Sondages',
    sheet: 'Fiche de volontaire',
    signups: 'Inscriptions à des activités',
    subscriptions: 'Abonnement aux nouvelles',
    files: 'Voix et photos',
    accounts: 'Comptes de messagerie reliés',
  } as Readonly<Record<string, string>>,
  on: (channels: string): string => `Canal : ${channels}.`,
  eraseTitle: 'Effacer cette personne',
  eraseLead:
    'Ses conversations, ses réponses et tout le reste deviennent illisibles aussitôt et pour toujours, sur tous ses canaux. Personne ne peut revenir en arrière.',
  reason: 'Pourquoi effacer ?',
  reasons: {
    demande: 'La personne l’a demandé',
    parent: 'Un parent ou tuteur l’a demandé pour un mineur',
    erreur: 'Elle a été inscrite par erreur',
    protection: 'Sa sécurité l’exige',
    loi: 'La loi ou un juge l’exige',
  } satisfies Record<ErasureReason, string> as Readonly<Record<ErasureReason, string>>,
  type: 'Pour confirmer, tapez EFFACER',
  erase: 'Effacer pour toujours',
  notTyped: 'Tapez EFFACER en toutes lettres.',
  noReason: 'Choisissez pourquoi cette personne est effacée.',
  tooLate: 'Cette recherche date de plus de dix minutes. Cherchez de nouveau.',
  erased: 'La personne est effacée. Le registre ci-dessous le dit.',
  cancel: 'Ne rien effacer',
  ledgerTitle: 'Registre des effacements',
  ledgerLead: (n: string): string =>
    `Il garde le hasard qui tenait lieu de nom, pour qu’une sauvegarde restaurée sache qui effacer de nouveau. ${n} personnes se sont effacées elles-mêmes depuis 30 jours.`,
  hidden: 'Moins de 5',
  ledgerCaption: 'Effacements par l’équipe',
  day: 'Jour',
  by: 'Par',
  someone: 'un compte qui n’existe plus',
  none: 'L’équipe n’a encore effacé personne.',
};

export type ErasureTexts = typeof ERASURE_FR;
