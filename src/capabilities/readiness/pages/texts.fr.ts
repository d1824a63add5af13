import type { Line } from '../lines.ts';

/** Words of the checklist before a campaign opens, in French. */
export const READINESS_FR = {
  menu: 'Avant d’ouvrir au public',
  about: 'Ce qui doit être prêt avant la première vraie personne.',
  lead: 'Ce que Benkan peut compter, il le compte. Le reste, une personne le coche sous son nom.',
  openOf: (n: number): string =>
    n === 0
      ? 'Tout est prêt.'
      : n === 1
        ? 'Un point reste à régler.'
        : `${String(n)} points restent à régler.`,
  done: 'Prêt',
  open: 'À faire',
  lines: {
    reviewer: 'Une personne qui parle bamanankan relit les textes, et l’équipe sait qui',
    reviewed: 'Les textes de base en bamanankan sont relus',
    voices: 'Les textes de base s’entendent en bamanankan',
    consent: 'Le premier message dit qui mène la campagne',
    roster: 'L’équipe est au complet',
    channel: 'Un canal au moins est relié',
    test_group: 'Un groupe d’essai a tout entendu et parcouru',
    address: 'Le site a une adresse publique en https',
    keys: 'Les clés sont à part des données',
    backups: 'Une sauvegarde est faite et a été restaurée une fois, pour voir',
    demo: 'La démonstration est effacée',
  } satisfies Record<Line, string> as Readonly<Record<Line, string>>,
  reviewedOf: (open: string, all: string): string => `${open} textes sur ${all} restent à relire.`,
  voicesOf: (open: string, all: string): string =>
    `${open} textes sur ${all} n’ont pas encore d’enregistrement.`,
  toTexts: 'Voir les textes',
  rosterOf: (roles: string): string => `Il manque : ${roles}.`,
  rosterHow:
    'Il faut deux personnes à l’administration, et au moins une à la rédaction, à la vérification et à l’organisation : deux paires d’yeux avant toute publication.',
  toAccounts: 'Voir les comptes',
  channelHow: 'La page de discussion seule ne suffit pas : reliez Telegram, WhatsApp ou les SMS.',
  channelOf: (names: string): string => `Reliés : ${names}.`,
  toChannels: 'Voir les canaux',
  addressOf: (url: string): string => `Adresse actuelle : ${url}.`,
  keysHow: 'Donnez KEY_FILE au démarrage, hors du dossier des données, et gardez-en une copie ailleurs.',
  toKeys: 'Voir les clés',
  backupsHow:
    'Cette version ne fait pas de sauvegardes elle-même : la personne qui exploite la machine copie la base et, ailleurs, le fichier de clés.',
  consentHow:
    'Lisez le premier message comme une personne qui ne vous connaît pas : le nom de l’organisation y est-il, en français et en bamanankan ?',
  toConsent: 'Lire le premier message',
  reviewerHow: 'Nommez-la dans l’équipe et donnez-lui la page de relecture.',
  groupHow: 'Dix personnes de l’âge visé, sur leurs propres téléphones, dont certaines lisent peu.',
  demoHow: 'Les personnes inventées se mêlent aux vraies dans les chiffres.',
  toDemo: 'Voir la démonstration',
  tickedBy: (name: string, when: string): string => `Coché par ${name}, le ${when}.`,
  someone: 'un compte qui n’existe plus',
  tick: 'C’est fait',
  untick: 'Ce n’est plus vrai',
  waiverTitle: 'Ouvrir quand même',
  waiverLead:
    'Une personne de l’administration peut ouvrir avant que tout soit prêt. Sa raison reste écrite ici, et le bandeau disparaît.',
  waiverReason: 'Pourquoi ouvrir maintenant ?',
  waiverHint: 'Une phrase, sans nom de personne.',
  waiverShort: 'Dites-le en une phrase d’au moins dix caractères (au plus 300).',
  waive: 'Ouvrir quand même',
  waivedBy: (name: string, when: string): string => `Ouvert quand même par ${name}, le ${when} :`,
  waiverGone: 'La raison ne se lit plus : sa clé n’est plus là.',
  endWaiver: 'Revenir à la liste',
  notice: (n: number): string =>
    n === 1
      ? 'Cette campagne est en ligne alors qu’un point reste à régler.'
      : `Cette campagne est en ligne alors que ${String(n)} points restent à régler.`,
  see: 'Voir lesquels',
  need: (n: number): string =>
    n === 1 ? 'point à régler avant d’ouvrir au public' : 'points à régler avant d’ouvrir au public',
  flashes: {
    ticked: 'C’est noté, sous votre nom.',
    unticked: 'C’est noté : ce point est à refaire.',
    waived: 'C’est noté : la campagne est ouverte avant que tout soit prêt.',
    waiver_ended: 'La liste vaut de nouveau.',
  },
};

export type ReadinessTexts = typeof READINESS_FR;
