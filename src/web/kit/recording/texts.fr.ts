/** What the recorder says, and why a recording is not taken, in French. */
export const RECORDING_FR = {
  file: 'Un fichier son (Opus, ou ce que votre téléphone enregistre)',
  refused: {
    voice_too_long: 'Plus de 45 secondes : dites-le plus court, ou coupez le début et la fin.',
    voice_too_large: 'Plus de 150 ko : chaque personne paie pour l’écouter. Enregistrez en Opus, en mono.',
    voice_type: 'Il faut un son Opus (.ogg, .opus, .webm). Enregistrez ici, ou convertissez le fichier.',
    voice_gone: 'L’enregistrement n’est plus là. Recommencez.',
    voice_no_text: 'Ce texte n’existe plus.',
    media_empty: 'Le fichier est vide.',
    media_too_large: 'Le fichier est trop grand.',
    media_type: 'Il faut un son Opus (.ogg, .opus, .webm). Enregistrez ici, ou convertissez le fichier.',
    media_mismatch: 'Ce fichier n’est pas le son qu’il dit être, ou il est abîmé.',
    media_tells_where: 'Ce fichier dit où il a été enregistré. Enregistrez ici, ou ôtez-en la position.',
  } as Readonly<Record<string, string>>,
  other: 'Ce fichier n’a pas été pris.',
  recorder: {
    record: 'Enregistrer ma voix',
    stop: 'Arrêter',
    again: 'Recommencer',
    keep: 'Garder cette voix',
    running: 'Enregistrement…',
    done: 'Écoutez, puis gardez ou recommencez.',
    denied: 'Le microphone est refusé. Autorisez-le dans le navigateur, ou envoyez un fichier.',
    absent: 'Aucun microphone. Envoyez un fichier.',
    heavy: 'L’enregistrement pèse trop. Dites-le plus court.',
    attached: 'Cette voix part avec le reste : {ko} ko.',
    attach: 'Joindre cette voix',
  },
};

export type RecordingTexts = typeof RECORDING_FR;
