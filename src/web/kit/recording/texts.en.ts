import type { RecordingTexts } from './texts.fr.ts';

/** What the recorder says, and why a recording is not taken, in English. */
export const RECORDING_EN: RecordingTexts = {
  file: 'A sound file (Opus, or whatever your phone records)',
  refused: {
    voice_too_long: 'More than 45 seconds: say it in fewer words, or cut the beginning and the end.',
    voice_too_large: 'More than 150 kB: everybody pays to listen to it. Record in Opus, in mono.',
    voice_type: 'The sound must be Opus (.ogg, .opus, .webm). Record it here, or convert the file.',
    voice_gone: 'The recording is no longer there. Start again.',
    voice_no_text: 'This text no longer exists.',
    media_empty: 'The file is empty.',
    media_too_large: 'The file is too large.',
    media_type: 'The sound must be Opus (.ogg, .opus, .webm). Record it here, or convert the file.',
    media_mismatch: 'This file is not the sound it claims to be, or it is damaged.',
    media_tells_where: 'This file tells where it was recorded. Record it here, or remove the location.',
  },
  other: 'This file was not accepted.',
  recorder: {
    record: 'Record my voice',
    stop: 'Stop',
    again: 'Start again',
    keep: 'Keep this voice',
    running: 'Recording…',
    done: 'Listen, then keep it or start again.',
    denied: 'The microphone is blocked. Allow it in the browser, or send a file.',
    absent: 'No microphone. Send a file.',
    heavy: 'The recording is too heavy. Say it in fewer words.',
    attached: 'This voice leaves with the rest: {ko} kB.',
    attach: 'Attach this voice',
  },
};
