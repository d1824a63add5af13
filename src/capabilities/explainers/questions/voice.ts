import { createHash } from 'node:crypto';
import type { Fingerprint } from '../../../conversation/ports.ts';
import type { Media } from '../../../domain/media.ts';
import { readVoice } from '../../../store/audio/read-voice.ts';
import type { SentFile, SentHow } from '../../../store/citizen-media-shapes.ts';
import { checkVoice } from '../../../store/voices.ts';
import type { AnswerVoice, KeptQuestion } from './question.ts';

/** Where what an office says lies, sealed under the key of who asked; the adapter is `store/citizen-media.ts`. */
export interface SpokenAnswers {
  put(id: string, person: string, file: SentFile, how: SentHow): Promise<'kept' | 'erased'>;
  spoken(id: string): Promise<Media | null>;
  handSpoken(id: string, to: string): Promise<void>;
  dropSpoken(id: string): Promise<void>;
}

const ID_BYTES = 16;

/**
 * Puts a voice away for the person who asked, before its answer is written: one that no answer names goes after a month.
 * @returns `null`: they were erased
 * @throws Fault refusal `media_…` or `voice_…` for what nobody should have to pay for
 */
export async function keepVoice(
  { spoken, fingerprint }: { spoken: SpokenAnswers; fingerprint: Fingerprint },
  { id: question, lang }: Pick<KeptQuestion, 'id' | 'lang'>,
  person: string,
  { bytes: sent, day }: { bytes: Buffer; day: string },
): Promise<AnswerVoice | null> {
  const { bytes, type, seconds } = readVoice(sent);
  checkVoice({
    type: type === 'audio/aac' ? 'audio/mp4' : type,
    size: bytes.length,
    ...(seconds && { seconds }),
  });
  // Of one question, person and sound: two colleagues who answer at once never have each other's.
  const sound = createHash('sha256').update(bytes).digest('base64url');
  const id = fingerprint('question-voice', question, person, sound).subarray(0, ID_BYTES).toString('hex');
  const file = { media: 'voice' as const, type, bytes, seconds };
  const kept = await spoken.put(id, person, file, { day, lang, spoken: true });
  return kept === 'erased' ? null : { id, bytes: bytes.length };
}
