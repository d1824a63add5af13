/** What the chat page itself says, around the talk. The talk's own words come from the conversation. */
export const CHAT_WORDS = {
  title: 'Benkan · parler de la paix au Mali',
  name: 'Benkan',
  // Words of the glossary only, which awaits native review: accord, dialogue, confiance.
  bambara: 'bɛnkan · kumaɲɔgɔnya · danaya',
  about: 'Parler de la paix au Mali',
  noAccount: 'Sans compte ni numéro de téléphone. Pour tout arrêter, écris « stop ».',
  noscript:
    'Cette page a besoin de JavaScript, qui est éteint ou bloqué dans ton navigateur. Allume-le, puis recharge la page.',
  log: 'Conversation',
  choices: 'Réponses proposées',
  message: 'Ton message',
  send: 'Envoyer',
  you: 'Toi',
  menu: 'Effacer de cet appareil',
  connecting: 'Connexion…',
  offline: 'Pas de connexion. Tes messages partiront dès qu’elle revient.',
  waiting: 'envoi…',
  sent: 'envoyé',
  refused: 'non envoyé',
  listen: 'Écouter',
  loading: 'Un instant…',
  pause: 'Pause',
  noSound:
    'Le son ne s’ouvre pas : il a été retiré, la connexion manque, ou ce téléphone ne sait pas le lire.',
  slow: 'Un instant : beaucoup de messages à la fois. La suite part toute seule.',
  forgetTitle: 'Effacer cette conversation de cet appareil ?',
  forgetText:
    'Elle disparaît de ce téléphone et tu ne pourras plus la reprendre. Pour effacer aussi ce que Benkan garde, écris d’abord « effacer ».',
  forget: 'Effacer',
  cancel: 'Annuler',
  forgotten: 'La conversation est effacée de cet appareil.',
  begin: 'Nouvelle conversation',
} as const;
