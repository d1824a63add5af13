import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import type { Role } from '../../../web/staff/index.ts';
import type { ThreadEntry } from '../ports.ts';
import { filePath, numberWords, type Page } from './page.ts';

type Sent = Extract<ThreadEntry, { kind: 'sent' }>;

/** Whom the pages of voices and photos let in: they write down what is said. */
const TRANSCRIBERS: readonly Role[] = ['admin', 'analyst'];

interface SentFileProps {
  page: Page;
  /** The thread it stands in. */
  thread: string;
  sent: Sent;
  lang: Lang;
}

/**
 * A voice message, to be heard where it stands, or a photo behind a link: a look at a face is a look somebody decided on.
 * Neither is fetched before.
 */
export function SentFile({ page, thread, sent, lang }: SentFileProps): VNode {
  const { texts } = page;
  const { file, media } = sent;
  const what = { voice: texts.sentVoice, photo: texts.sentPhoto, other: texts.sentOther }[media];
  return (
    <>
      <p class="log-file">
        {what}
        {file?.seconds === undefined
          ? null
          : `, ${texts.seconds(numberWords(page, Math.round(file.seconds)))}`}
        {file !== null && media === 'photo' ? (
          <>
            {' · '}
            <a href={filePath(thread, file.id)}>{texts.look}</a>
          </>
        ) : null}
      </p>
      {file === null && media !== 'other' ? <p class="log-fate">{texts.noFile}</p> : null}
      {file !== null && media === 'voice' ? (
        <Voice page={page} file={file} src={filePath(thread, file.id, '/bytes')} lang={lang} />
      ) : null}
    </>
  );
}

interface VoiceProps {
  page: Page;
  file: NonNullable<Sent['file']>;
  src: string;
  lang: Lang;
}

function Voice({ page: { texts, ctx }, file: { id, words }, src, lang }: VoiceProps): VNode {
  return (
    <>
      <audio class="log-voice" controls preload="none" src={src} aria-label={texts.sentVoice} />
      <p class="log-words" lang={words === null ? undefined : lang} dir="auto">
        {words ?? texts.notTranscribed}
      </p>
      {TRANSCRIBERS.includes(ctx.person.role) ? (
        <p class="log-file">
          <a href={`/staff/media/${id}`}>{texts.transcribe}</a>
        </p>
      ) : null}
    </>
  );
}
