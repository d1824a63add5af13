import { type CannedDone, MAX_REPLY } from '../ports.ts';

type CannedWhyNot = Extract<CannedDone, { kind: 'refused' }>['why'];

/** Words about canned replies, in French. */
export const REPLIES_FR = {
  menu: 'Réponses prêtes',
  about: 'Ce que l’équipe répond souvent, dans chaque langue.',
  lead: 'Une réponse prête s’insère dans la réponse à une personne, dans sa langue, et peut y être changée.',
  none: 'Pas encore de réponse prête',
  noneWhat:
    'Écrivez ici ce que vous répondez souvent : un numéro à appeler, un lieu, ce qui se passe ensuite.',
  add: 'Nouvelle réponse prête',
  title: 'Titre',
  titleHint: 'Pour l’équipe ; la personne ne le voit pas.',
  languages: 'Langues',
  textIn: (language: string) => `Texte en ${language}`,
  save: 'Enregistrer',
  remove: 'Supprimer',
  removeTitle: 'Supprimer cette réponse prête ?',
  removeLead: (title: string) => `« ${title} » ne sera plus proposée. Ce qui est déjà envoyé reste.`,
  removeNow: 'Supprimer pour de bon',
  back: 'Réponses prêtes',
  notFoundTitle: 'Réponse introuvable',
  notFound: 'Elle n’existe pas ou n’existe plus.',
  whyNot: {
    no_such_reply: 'Quelqu’un l’a supprimée entre-temps. Gardez votre texte et faites-en une nouvelle.',
    stale: 'Quelqu’un l’a changée entre-temps. Votre texte est encore là ; rechargez pour voir le sien.',
    empty: 'Il faut un titre et un texte dans une langue au moins.',
    too_long: `Trop long : un titre de 80 caractères, des textes de ${String(MAX_REPLY)}.`,
    too_many: 'Il y a déjà trop de réponses prêtes. Supprimez-en une.',
    not_allowed: 'Votre rôle ne le permet pas.',
  } satisfies Record<CannedWhyNot, string> as Readonly<Record<CannedWhyNot, string>>,
  flashes: { saved: 'Enregistrée.', removed: 'Supprimée.' },
};

export type ReplyTexts = typeof REPLIES_FR;
