import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import type { Role } from '../../../web/staff/index.ts';
import type { ThreadEntry } from '../ports.ts';
import { numberWords, type Page } from './page.ts';

type Sent = Extract<ThreadEntry, { kind: 'sent' }>;

/** Whom the pages of voices and photos let in. A voice tells who somebody is: everybody else reads its words. */
const LISTENERS: readonly Role[] = ['admin', 'analyst'];

/** A voice message or a photo: what it says, and the way to it for those who may hear and see. */
export function SentFile({ page, sent, lang }: { page: Page; sent: Sent; lang: Lang }): VNode {
  const { texts, ctx } = page;
  const { file, media } = sent;
  const what = { voice: texts.sentVoice, photo: texts.sentPhoto, other: texts.sentOther }[media];
  return (
    <>
      <p class="log-file">
        {what}
        {file?.seconds === undefined
          ? null
          : `, ${texts.seconds(numberWords(page, Math.round(file.seconds)))}`}
        {file !== null && LISTENERS.includes(ctx.person.role) ? (
          <>
            {' · '}
            <a href={`/staff/media/${file.id}`}>{media === 'voice' ? texts.listen : texts.look}</a>
          </>
        ) : null}
      </p>
      {file === null && media !== 'other' ? <p class="log-fate">{texts.noFile}</p> : null}
      {file !== null && media === 'voice' ? (
        <p class="log-words" lang={file.words === null ? undefined : lang} dir="auto">
          {file.words ?? texts.notTranscribed}
        </p>
      ) : null}
    </>
  );
}
