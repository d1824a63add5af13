import type { VNode } from 'preact';
import { langOf, plainly, type PublicContext, PublicPage, Say } from '../../../../web/public/index.ts';
import { PICTURE } from './picture.ts';
import { verifyStyles } from './styles.ts';
import { Verdict } from './verdict.tsx';
import { VERIFY } from './words.ts';

/** What was asked last, in the words of the chat. */
export interface Told {
  tone: 'success' | 'warning' | 'error' | 'info';
  paragraphs: readonly string[];
  /** The item it is about. */
  href?: string;
}

export interface AskPageProps {
  ctx: PublicContext;
  /** What was typed, to change a word of it. */
  typed?: string;
  told?: Told;
}

/** The form a message is pasted into, with the answer above it. */
export function AskPage({ ctx, typed = '', told }: AskPageProps): VNode {
  const { lang } = ctx;
  const words = VERIFY[lang];
  return (
    <PublicPage
      {...ctx.frame}
      title={words.title}
      lead={<Say of={words.lead} />}
      description={plainly(words.about)}
      canonical="/verify"
      styles={verifyStyles}
    >
      {told === undefined ? null : <Answer ctx={ctx} told={told} />}
      <form class="form verify-form" method="post" action={ctx.to('/verify')} enctype="multipart/form-data">
        <div class="field">
          <label for="message" lang={langOf(words.words)}>
            {plainly(words.words)}
          </label>
          <p class="hint" id="message-aide" lang={langOf(words.wordsHint)}>
            {plainly(words.wordsHint)}
          </p>
          <textarea
            id="message"
            name="message"
            maxLength={MOST_TYPED}
            aria-describedby="message-aide"
            dir="auto"
          >
            {typed}
          </textarea>
        </div>
        <div class="field">
          <label for="image" lang={langOf(words.picture)}>
            {plainly(words.picture)}
          </label>
          <input id="image" type="file" name={PICTURE.field} accept={PICTURE.types.join(',')} />
        </div>
        <button class="button button-main" lang={langOf(words.check)}>
          {plainly(words.check)}
        </button>
        <p class="soft">
          <Say of={words.notKept} />
        </p>
      </form>
    </PublicPage>
  );
}

/** As much as the chat reads of a message. */
export const MOST_TYPED = 4096;

function Answer({ ctx, told }: { ctx: PublicContext; told: Told }): VNode {
  const words = VERIFY[ctx.lang];
  return (
    <section aria-labelledby="reponse" role="status">
      <h2 id="reponse" lang={langOf(words.answer)}>
        {plainly(words.answer)}
      </h2>
      <Verdict lang={ctx.lang} tone={told.tone}>
        {told.paragraphs.map((paragraph) => (
          <p key={paragraph} class="told" dir="auto">
            {paragraph}
          </p>
        ))}
      </Verdict>
      <p class="actions">
        {told.href === undefined ? null : (
          <a class="button button-quiet" href={told.href} lang={langOf(words.read)}>
            {plainly(words.read)}
          </a>
        )}{' '}
        <a class="button button-quiet" href="/" lang={langOf(words.ask)}>
          {plainly(words.ask)}
        </a>
      </p>
    </section>
  );
}
