import type { VNode } from 'preact';
import { MAX_VOICE_BYTES, MAX_VOICE_SECONDS } from '../../../domain/media.ts';
import { Button, Notice, RecordingField } from '../../../web/kit/index.ts';
import { isFit } from '../voiced.ts';
import { momentWords, textPath } from './page.ts';
import type { TextPageProps } from './text-props.ts';

/** The voice of a text: listen, record, send a file, take it away. Without scripts a file is sent. */
export function VoiceSection(props: TextPageProps): VNode {
  const { page, lang, text, names, voiceWrong } = props;
  const { texts, edits } = page;
  const { recording } = text;
  return (
    <section aria-labelledby="voix">
      <h2 id="voix">{texts.voice}</h2>
      {voiceWrong === undefined ? null : (
        <Notice tone="error" live>
          <p>{voiceWrong}</p>
        </Notice>
      )}
      {recording === undefined ? null : (
        <>
          <p class={recording.stale ? 'stale' : 'soft'}>
            {recording.stale
              ? texts.voiceStale
              : texts.voiceThere(names.get(recording.by) ?? texts.someone, momentWords(page, recording.at))}
          </p>
          {/* biome-ignore lint: what it says stands above it, word for word */}
          <audio controls preload="none" src={`/media/${recording.media}`} aria-label={texts.voice} />
        </>
      )}
      {recording === undefined && text.voice === 'there' ? <p class="soft">{texts.voiceOfFiles}</p> : null}
      {isFit(text) ? edits ? <Record {...props} /> : null : <p class="soft">{unfitWords(props)}</p>}
      {edits && recording !== undefined ? (
        <form method="post" action={textPath(lang, text, '/voice/remove')}>
          <Button look="danger">{texts.voiceRemove}</Button>
        </form>
      ) : null}
    </section>
  );
}

function Record({ page: { texts }, lang, text }: TextPageProps): VNode {
  return (
    <>
      <p class="soft">{texts.voiceLead}</p>
      <form
        class="form"
        method="post"
        action={textPath(lang, text, '/voice')}
        enctype="multipart/form-data"
        id="voix-envoi"
      >
        <RecordingField name="recording" most={{ seconds: MAX_VOICE_SECONDS, bytes: MAX_VOICE_BYTES }} />
        <Button look="quiet">{texts.voiceSend}</Button>
      </form>
    </>
  );
}

function unfitWords({ page: { texts }, text }: TextPageProps): string {
  if (text.max !== undefined) return texts.voiceUnfit.button;
  return text.placeholders.length > 0 ? texts.voiceUnfit.changing : texts.voiceUnfit.part;
}
