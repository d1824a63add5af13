import type { Lang } from '../../domain/language.ts';
import type { Text } from './texts.ts';
import type { Voice, VoiceShelf } from './voices.ts';

/**
 * Whether a text can be heard: `missing` wants a recording, `stale` one of its new words. Nobody reads a button aloud, and
 * a text that says another name or date each time cannot be recorded.
 */
export type VoiceState = 'there' | 'missing' | 'stale' | 'unfit';

export interface Voiced extends Text {
  voice: VoiceState;
  /** Its own recording, and not one of the files. */
  recording?: Voice;
}

/** The texts with what can be heard of them. */
export async function voiced(lang: Lang, texts: readonly Text[], voices: VoiceShelf): Promise<Voiced[]> {
  const recorded = new Map(
    (await voices.list(lang)).map((voice) => [`${voice.text.flow}/${voice.text.key}`, voice]),
  );
  return texts.map((text) => {
    const recording = recorded.get(text.id);
    const voice = stateOf(text, recording, voices.of(lang, text) !== undefined);
    return { ...text, voice, ...(recording !== undefined && { recording }) };
  });
}

function stateOf(text: Text, recording: Voice | undefined, plays: boolean): VoiceState {
  if (plays) return 'there';
  if (recording?.stale === true) return 'stale';
  return isFit(text) ? 'missing' : 'unfit';
}

export const isFit = ({ flow, key, max, placeholders, text }: Text): boolean =>
  max === undefined && placeholders.length === 0 && text !== '' && !(flow === 'bot' && PARTS.test(key));

/** Texts that are only ever part of another, or of a menu. */
const PARTS = /^(?:dates|formats|commands|languages|yes_no|share)\./u;
