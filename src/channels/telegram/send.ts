import { type Api, GrammyError } from 'grammy';
import type { SendOutcome } from '../../conversation/ports.ts';
import { Fault } from '../../domain/faults.ts';
import type { MediaCard } from '../../domain/media.ts';
import type { Outbound } from '../../domain/message.ts';
import { MAX_CAPTION_LENGTH, MAX_TEXT_LENGTH } from '../../domain/message.ts';
import { areButtons, type Markup, markupOf, WITHOUT_KEYS } from './markup.ts';
import { outcomeOf } from './outcome.ts';
import { NO_PREVIEW } from './preview-off.ts';
import type { Post, Recordings } from './recordings.ts';
import { wellFormed } from '../platform/well-formed.ts';

/** The store is away; it is asked again soon. */
const STORE_AWAY_MS = 1_000;

export interface Sender {
  api: Api;
  recordings: Recordings;
}

/** What every message has, checked. */
interface Checked {
  chat_id: number;
  text: string;
  markup: Markup;
}

/** One attempt to send; what Telegram would refuse anyway is refused without a call. */
export async function sendMessage(sender: Sender, message: Outbound): Promise<SendOutcome> {
  const { address, audio, image, choices = [] } = message;
  const text = wellFormed(message.text);
  if (!/^-?\d{1,16}$/.test(address)) return refused('bad_address');
  if (text.length > MAX_TEXT_LENGTH) return refused('too_long');
  if (!areButtons(choices)) return refused('bad_buttons');
  const checked = { chat_id: Number(address), text, markup: markupOf(message) };
  if (message.asksNoMore && choices.length > 0) await takeKeysAway(sender.api, checked);
  const carried =
    image !== undefined
      ? await sendPicture(sender, image.media, checked)
      : audio !== undefined
        ? await sendRecording(sender, audio.media, checked)
        : undefined;
  return carried ?? sendText(sender.api, checked);
}

/**
 * Telegram takes keys away only with a message that has no buttons, so a small one goes before it. It says nothing, and
 * whatever becomes of it the words follow: a key that stays there does no harm.
 */
async function takeKeysAway(api: Api, { chat_id }: Checked): Promise<void> {
  await api.raw.sendMessage({ chat_id, text: TAKEN, ...WITHOUT_KEYS }).catch(() => undefined);
}

/** A message needs a sign, and this one needs no language. */
export const TAKEN = '✓';

async function sendText(api: Api, { chat_id, text, markup }: Checked): Promise<SendOutcome> {
  if (text.trim() === '') return refused('empty');
  try {
    await api.raw.sendMessage({ chat_id, text, ...NO_PREVIEW, ...markup });
    return { kind: 'sent' };
  } catch (error) {
    return outcomeOf(error);
  }
}

const sendRecording = (
  { api, recordings }: Sender,
  media: string,
  message: Checked,
): Promise<SendOutcome | undefined> =>
  carrying(message, async () => {
    const card = await recordings.about(media);
    return card !== null && recordings.send(media, card.type, postOf(api, card, message));
  });

const sendPicture = (
  { api, recordings }: Sender,
  media: string,
  { chat_id, text, markup }: Checked,
): Promise<SendOutcome | undefined> =>
  carrying({ text }, () =>
    recordings.send(media, 'image/jpeg', async (photo) =>
      fileIdIn(await api.raw.sendPhoto({ chat_id, photo, ...captionOf(text), ...markup })),
    ),
  );

/**
 * One message: the recording or picture with the text under it and the buttons. Nothing when the text is to go alone: the
 * file is gone, or Telegram will certainly not have it (people may refuse voice notes), so nothing was sent yet.
 */
async function carrying(
  { text }: Pick<Checked, 'text'>,
  attempt: () => Promise<boolean>,
): Promise<SendOutcome | undefined> {
  if (text.length > MAX_CAPTION_LENGTH) return undefined;
  try {
    return (await attempt()) ? { kind: 'sent' } : undefined;
  } catch (error) {
    // Of our own store, and it is read before anything leaves.
    if (error instanceof Fault) return { kind: 'retry', afterMs: STORE_AWAY_MS, code: 'media' };
    const outcome = outcomeOf(error);
    const declined = error instanceof GrammyError && [400, 413].includes(error.error_code);
    return declined && outcome.kind === 'refused' && !outcome.gone ? undefined : outcome;
  }
}

const captionOf = (text: string): { caption?: string } => (text.trim() === '' ? {} : { caption: text });

/** Ogg Opus arrives as a voice note, everything else as a piece of audio: so Telegram has it. */
function postOf(api: Api, { type, seconds }: MediaCard, { chat_id, text, markup }: Checked): Post {
  const rest = {
    chat_id,
    ...captionOf(text),
    ...(seconds !== undefined && { duration: Math.round(seconds) }),
    ...markup,
  };
  return async (file) =>
    fileIdIn(
      type === 'audio/ogg'
        ? await api.raw.sendVoice({ ...rest, voice: file })
        : await api.raw.sendAudio({ ...rest, audio: file, title: 'Benkan' }),
    );
}

/** Read with care: the message has been sent, and an answer of another shape must not make it look as if it had not. */
function fileIdIn(sent: object): string | undefined {
  const { voice, audio, document, photo } = sent as Partial<Record<string, { file_id?: string }>>;
  // Of a photo all sizes are named, the largest last.
  const largest = Array.isArray(photo) ? (photo.at(-1) as { file_id?: string } | undefined) : undefined;
  return (voice ?? audio ?? document ?? largest)?.file_id;
}

const refused = (code: string): SendOutcome => ({ kind: 'refused', code, gone: false });
