import type { TrialReason } from '../trial.ts';

const many = (n: number, one: string, more: string): string => (n < 2 ? one : more);

/** Words of test sends. */
export const TRIALS_FR = {
  title: 'Essayer sur nos téléphones',
  lead: (n: number): string =>
    `${String(n)} ${many(n, 'testeur reçoit', 'testeurs reçoivent')} chaque langue de ce brouillon, marquée « essai ». Personne d’autre ne reçoit rien, et ce n’est pas compté comme une diffusion.`,
  nobody: 'Personne n’est encore testeur : inscrivez d’abord votre téléphone.',
  noText: 'Il n’y a encore aucun texte à essayer.',
  enough: (most: string): string => `Ce brouillon a déjà été essayé ${most} fois, c’est le plus possible.`,
  submit: 'Envoyer un essai',
  toTesters: 'Les testeurs et mon téléphone',
  trial: (nth: string, who: string, when: string): string => `Essai ${nth} · ${who} · ${when}`,
  same: 'Ce texte est celui d’aujourd’hui.',
  older: 'Le brouillon a changé depuis cet essai.',
  tester: 'Testeur',
  lang: 'Langue',
  outcome: 'Résultat',
  cause: 'Cause',
  reasons: {
    stopped: 'A dit stop',
    erased: 'A effacé ses données',
    no_consent: 'N’a pas donné son accord',
    gone: 'N’est plus joignable',
    window: 'N’a pas écrit depuis 24 heures (WhatsApp) : écrivez d’abord au bot',
    no_channel: 'Son canal n’est plus branché',
    left: 'N’est plus testeur',
    waits: 'Ce canal ne permet pas d’écrire le premier',
    too_late: 'N’a pas pu partir dans les dix minutes',
    crash: 'Une panne au moment du départ',
    not_kept: 'La réponse du canal s’est perdue',
    not_said: 'La conversation n’a pas pu dire l’essai',
  } satisfies Record<TrialReason, string> as Readonly<Record<string, string>>,
  someone: 'Une personne partie',
  testersTitle: 'Testeurs',
  testersLead:
    'Un testeur est quelqu’un de l’équipe qui a accepté, sur son propre téléphone, de recevoir les brouillons avant tout le monde.',
  back: '← Toutes les diffusions',
  mine: 'Mon téléphone',
  isTester: (channel: string, day: string): string =>
    `Vous recevez les essais sur ${channel}, depuis le ${day}.`,
  isNone: 'Vous ne recevez pas d’essais.',
  codeSubmit: 'Recevoir un code',
  codeAgain: 'Changer de téléphone',
  leave: 'Ne plus recevoir d’essais',
  codeTitle: 'Votre code',
  codeSay: 'Écrivez ceci au bot, sur votre téléphone :',
  codeLives: 'Le code sert une fois, pendant dix minutes. Le bot demande ensuite votre accord.',
  all: 'Qui reçoit les essais',
  none: 'Personne pour l’instant.',
  channel: 'Canal',
  since: 'Depuis',
  full: 'Il y a déjà dix testeurs : quelqu’un doit d’abord laisser sa place.',
  flashes: {
    tried: 'L’essai part. Le résultat s’affiche plus bas.',
    left: 'Vous ne recevez plus d’essais.',
  },
};
export type TrialTexts = typeof TRIALS_FR;
