import type { LetterRow } from '../ports.ts';

/** Words of the delivery pages, in French. */
export const DELIVERY_FR = {
  menu: 'Envois',
  about: 'Messages que Benkan n’a pas su traiter, et messages payés ce mois-ci.',
  lead: 'Un message qui échoue à chaque essai est mis de côté, chiffré, pendant 14 jours. Personne d’autre ne l’attend. Son contenu ne s’affiche pas ici.',
  metered: 'Messages payés ce mois-ci (WhatsApp)',
  meteredCount: (count: string) => `${count} messages.`,
  meteredOf: (count: string, most: string) => `${count} messages sur ${most} au plus.`,
  near: (count: string, most: string) =>
    `WhatsApp : ${count} messages payés ce mois-ci sur ${most}. Au plafond, les envois à tous et les invitations à écrire attendent ; les réponses continuent.`,
  reached: (most: string) =>
    `WhatsApp : le plafond de ${most} messages payés est atteint. Les envois à tous et les invitations à écrire attendent le mois prochain ou un plafond plus haut ; ce qui attend plus de trois jours est abandonné. Les réponses continuent.`,
  letters: 'Messages mis de côté',
  when: 'Mis de côté',
  kind: 'Quoi',
  channel: 'Canal',
  code: 'Cause',
  tries: 'Essais',
  ways: 'Que faire',
  none: 'Rien n’est mis de côté',
  noneWhat: 'Chaque message reçu a été traité.',
  replay: 'Rejouer',
  replayAll: 'Tout rejouer',
  asked: 'Sera rejoué dans quelques secondes',
  drop: 'Supprimer',
  dropTitle: 'Supprimer ce message ?',
  dropWhat: 'Il ne pourra plus être rejoué, et la personne n’aura pas de réponse.',
  dropNow: 'Supprimer pour de bon',
  back: 'Retour aux envois',
  kinds: {
    message: 'Message reçu',
    prompt: 'Envoi',
    due: 'Suite d’une conversation',
    resume: 'Reprise d’une conversation',
    take: 'Conversation prise par l’équipe',
    speak: 'Réponse de l’équipe',
    gone: 'Personne injoignable',
    effect: 'Enregistrement',
  } satisfies Record<LetterRow['kind'], string> as Readonly<Record<LetterRow['kind'], string>>,
  flashes: {
    asked: 'Ce sera rejoué dans quelques secondes. Ce qui échoue encore reste ici.',
    dropped: 'Supprimé.',
  },
};

export type DeliveryTexts = typeof DELIVERY_FR;
