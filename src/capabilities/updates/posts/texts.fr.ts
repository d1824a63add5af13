import type { BoardStanding } from '../../../conversation/board.ts';
import type { PostState } from './post.ts';

/** Words about posts on a public board, in French. */
export const POSTS_FR = {
  title: 'Sur la chaîne Telegram',
  off: 'Pour poster les nouvelles sur une chaîne Telegram : réglez TELEGRAM_CHANNEL et SHARE_TELEGRAM, puis redémarrez.',
  states: {
    waiting: (board: string): string => `Elle part vers ${board}.`,
    posting: (board: string): string => `Elle part vers ${board} en ce moment.`,
    posted: (board: string): string => `Postée sur ${board}.`,
    unknown: (board: string): string =>
      `On ne sait pas si elle est sur ${board} : la réponse s’est perdue. Elle n’est pas repostée toute seule. Ouvrez la chaîne et dites ce que vous voyez.`,
    failed: (board: string): string => `Pas postée sur ${board}.`,
    gone: (board: string): string =>
      `Le message n’est plus sur ${board} : quelqu’un l’a supprimé. Rien n’y sera corrigé ni marqué comme retiré.`,
  } satisfies Record<PostState, (board: string) => string> as Readonly<
    Record<PostState, (board: string) => string>
  >,
  notYet: (board: string): string => `Elle n’est pas sur ${board}.`,
  only: (roles: string): string => `Poster : ${roles}.`,
  example: 'Un exemple de démonstration n’est pas posté.',
  see: 'Voir le message',
  says: {
    published: (version: string): string => `Le message dit la version ${version}.`,
    corrected: (version: string): string => `Le message dit la version ${version}, marquée comme corrigée.`,
    withdrawn: 'Le message dit que la nouvelle est retirée.',
  },
  stale: 'Le message n’est pas encore à jour. Benkan réessaie jusqu’à ce qu’il le soit.',
  begin: (board: string): string => `Poster sur ${board}`,
  again: 'Poster de nouveau',
  pageTitle: 'Poster sur la chaîne Telegram',
  pageLead: (board: string): string =>
    `Ce message sera visible par tous sur ${board}. Une correction ou un retrait le changera tout seul ; qui l’a déjà lu n’en sera pas averti.`,
  words: 'Le message',
  confirm: 'Poster pour tous',
  foundLead: 'Elle y est',
  foundHint: 'Sur la chaîne, touchez le message, puis « Copier le lien ». Exemple : https://t.me/nom/17.',
  link: 'Lien du message',
  found: 'Elle y est : voici le lien',
  notThereLead: 'Elle n’y est pas',
  notThere: 'Elle n’y est pas : poster de nouveau',
  notThereWithdrawn: 'Elle est retirée : elle ne sera plus postée.',
  absent: 'Elle n’y est pas',
  linkFaults: {
    bad_link: 'Ce n’est pas un lien vers un message de cette chaîne. Copiez-le depuis le message.',
    not_ours:
      'À ce lien, le bot ne trouve aucun message qu’il peut changer. Prenez celui que le bot a posté.',
    board_silent: 'Telegram ne répond pas en ce moment. Rien n’a changé : réessayez dans une minute.',
  } as Readonly<Record<string, string>>,
  standings: {
    unknown_place:
      'Telegram ne connaît pas cette chaîne. Corrigez TELEGRAM_CHANNEL : son @nom, ou son numéro (-100…).',
    not_a_board: 'Ce n’est pas une chaîne mais un groupe ou une personne. Corrigez TELEGRAM_CHANNEL.',
    not_a_member:
      'Le bot n’est pas dans la chaîne. Ajoutez-le comme administrateur, puis rechargez cette page.',
    may_not_post:
      'Le bot n’a pas le droit de poster. Dans la chaîne, donnez-lui le droit « Publier des messages », puis rechargez cette page.',
    no_answer:
      'Telegram ne répond pas en ce moment. Vous pouvez poster quand même : elle partira dès qu’il répond.',
  } satisfies Record<Exclude<BoardStanding, 'open'>, string> as Readonly<Record<string, string>>,
  codes: {
    may_not_edit: 'Le bot ne peut pas changer ce message : rendez-lui le droit « Publier des messages ».',
    not_published: 'Elle a été retirée avant de partir.',
    too_late: 'Telegram n’a pas répondu pendant un jour.',
    no_board: 'Aucune chaîne n’est réglée (TELEGRAM_CHANNEL).',
    board_changed: 'La chaîne réglée est une autre que celle où elle devait partir.',
    too_many_requests: 'Telegram demande d’attendre ; elle partira ensuite.',
    full_minute: 'Vingt messages par minute au plus ; elle partira ensuite.',
    token_refused: 'Telegram refuse TELEGRAM_TOKEN : mettez le bon.',
    not_there: 'Une personne a regardé : elle n’y est pas.',
    too_long: 'Telegram trouve le texte trop long.',
  } as Readonly<Record<string, string>>,
  otherCode: (code: string): string => `Raison : ${code}.`,
  refusals: {
    no_board: 'Aucune chaîne n’est réglée : TELEGRAM_CHANNEL est vide.',
    example: 'Un exemple de démonstration n’est pas posté.',
    posted_already:
      'Elle est déjà sur la chaîne, ou en route : une autre personne l’a postée, ou vous deux fois.',
    in_doubt: 'On ne sait pas si elle y est. Dites d’abord, sur la page de la nouvelle, si vous la voyez.',
    not_in_doubt: 'On sait déjà si elle y est : quelqu’un l’a dit entre-temps.',
  } as Readonly<Record<string, string>>,
  needs: {
    behind: (n: number): string =>
      n === 1
        ? 'message de la chaîne Telegram qui dit encore ce qui ne vaut plus'
        : 'messages de la chaîne Telegram qui disent encore ce qui ne vaut plus',
    toSee: (n: number): string =>
      n === 1 ? 'nouvelle à vérifier sur la chaîne Telegram' : 'nouvelles à vérifier sur la chaîne Telegram',
  },
  flashes: {
    posting: 'Le message part vers la chaîne.',
    absent: 'C’est noté : elle n’est pas sur la chaîne.',
    found: 'C’est noté : le message y est.',
  },
};

export type PostTexts = typeof POSTS_FR;
