import type { SafeguardingCall } from '../ports.ts';

/** In French and in English, for staff. */
export type Both = Readonly<Record<'fr' | 'en', string>>;

/** What is done, or not, whatever the kind. */
export const TO_DO = {
  safe: {
    fr: 'Demander d’abord : es-tu en sécurité maintenant ? Peux-tu écrire sans danger ?',
    en: 'Ask first: are you safe now? Can you write without danger?',
  },
  phone: {
    fr: 'Rappeler que quelqu’un peut lire ce téléphone ; « effacer » supprime tout ici.',
    en: 'Remind them that somebody may read this phone; “effacer” deletes everything here.',
  },
  noPromise: {
    fr: 'Ne rien promettre que l’on ne peut tenir, ni secours, ni secret.',
    en: 'Promise nothing that cannot be kept, neither help nor secrecy.',
  },
  noPlace: {
    fr: 'Ne pas demander le lieu exact s’il ne sert pas à secourir maintenant.',
    en: 'Do not ask for the exact place unless it serves to help now.',
  },
  stay: {
    fr: 'Répondre tout de suite, et rester : ne pas passer la conversation sans le dire.',
    en: 'Answer at once, and stay: do not pass the conversation on without saying so.',
  },
  ask: {
    fr: 'Demander simplement : penses-tu à te tuer ? Le demander n’y pousse pas.',
    en: 'Ask plainly: do you think of killing yourself? Asking does not push anybody to it.',
  },
  near: {
    fr: 'Demander qui peut être près de la personne, et si l’on peut l’appeler.',
    en: 'Ask who can be near them, and whether they may be called.',
  },
  noAlone: {
    fr: 'Ne pas finir la conversation avant qu’une personne soit auprès d’elle.',
    en: 'Do not end the conversation before somebody is with them.',
  },
  childFirst: {
    fr: 'L’intérêt de l’enfant passe avant tout, aussi avant l’enquête.',
    en: 'The interest of the child comes first, before any inquiry too.',
  },
  noPhoto: { fr: 'Ne demander aucune photo.', en: 'Ask for no photo.' },
  noFamily: {
    fr: 'Ne pas prévenir la famille de soi-même : l’auteur peut en être.',
    en: 'Do not tell the family by yourself: whoever did it may be one of them.',
  },
  noMoney: {
    fr: 'Ne parler ni d’argent ni d’échange ; ne servir d’intermédiaire à personne.',
    en: 'Speak neither of money nor of any exchange; be nobody’s go-between.',
  },
  noPublic: {
    fr: 'Ne rien publier et ne rien transmettre dans un groupe.',
    en: 'Publish nothing, and pass nothing on in a group.',
  },
  noName: { fr: 'Ne noter aucun nom dans une note interne.', en: 'Write no name into an internal note.' },
  away: {
    fr: 'Dire de s’éloigner et d’éloigner les autres.',
    en: 'Tell them to go away from it, and to take others away.',
  },
  noTouch: { fr: 'Dire de ne rien toucher ni déplacer.', en: 'Tell them to touch and move nothing.' },
  believe: {
    fr: 'Dire : je te crois, ce n’est pas ta faute.',
    en: 'Say: I believe you, it is not your fault.',
  },
  care72: {
    fr: 'Des soins dans les 72 heures protègent : proposer le centre de santé de référence.',
    en: 'Care within 72 hours protects: offer the health centre of reference.',
  },
  noDetail: { fr: 'Ne pas faire raconter.', en: 'Do not have them tell it.' },
  choice: {
    fr: 'Ne rien transmettre sans l’accord de la personne, sauf danger immédiat.',
    en: 'Pass nothing on without their consent, but in immediate danger.',
  },
  pass: {
    fr: 'Appeler selon la liste ci-dessous, puis le noter ici sans nom.',
    en: 'Call by the list below, then note it here without a name.',
  },
} as const satisfies Record<string, Both>;

/** Whom to call; minutes of red in the escalation table, level by level. `null`: it sets none. */
export const CALLS = {
  mediator: call('Médiateur ou panel du terrain', 'Mediator or panel on the ground', null, 15),
  watch: call('Chambre de veille (commune ou cercle)', 'Watch chamber (commune or cercle)', 5, 15),
  region: call(
    'Coordination régionale (chambre d’analyse)',
    'Regional coordinator (chamber of analysis)',
    10,
    60,
  ),
  duty: call(
    'Permanence nationale (chambre de décision)',
    'National duty officer (chamber of decision)',
    15,
    120,
  ),
  child: call(
    'Protection de l’enfant : service social du cercle',
    'Child protection: social service of the cercle',
    null,
    null,
  ),
  health: call('Centre de santé de référence', 'Health centre of reference', null, null),
} as const satisfies Record<string, SafeguardingCall>;

function call(fr: string, en: string, ackMin: number | null, actMin: number | null): SafeguardingCall {
  return { who: { fr, en }, ackMin, actMin };
}
