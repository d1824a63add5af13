import type { VNode } from 'preact';
import { type changedWords, type WordChange, wordByWord } from '../../compare/words.ts';
import type { PublishingPage } from './page.ts';

type Changed = ReturnType<typeof changedWords>;

/** The changed texts of each language, word by word. */
export function WordChanges({ page, changed }: { page: PublishingPage; changed: Changed }): VNode | null {
  const { words, texts } = page;
  if (changed.length === 0) return null;
  return (
    <section aria-labelledby="textes-changes">
      <h2 id="textes-changes">{words.wordsTitle}</h2>
      {changed.map(({ lang, changes }) => (
        <details key={lang} class="word-changes" open>
          <summary>{words.wordsIn(texts.languages[lang] ?? lang, changes.length)}</summary>
          <dl>
            {changes.map((change) => (
              <div key={change.key}>
                <dt>
                  <code>{change.key}</code>
                </dt>
                <Wordings page={page} lang={lang} change={change} />
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}

function Wordings({
  page: { words },
  lang,
  change: { was, is },
}: {
  page: PublishingPage;
  lang: string;
  change: WordChange;
}): VNode {
  const parts = wordByWord(was ?? '', is ?? '');
  return (
    <>
      {was === undefined ? null : (
        <dd>
          <span class="soft">{words.before}</span>{' '}
          <span lang={lang} dir="auto">
            {parts.map((part, nth) =>
              part.kind === 'new' ? null : part.kind === 'gone' ? <del key={nth}>{part.was}</del> : part.was,
            )}
          </span>
        </dd>
      )}
      {is === undefined ? null : (
        <dd>
          <span class="soft">{words.after}</span>{' '}
          <span lang={lang} dir="auto">
            {parts.map((part, nth) =>
              part.kind === 'gone' ? null : part.kind === 'new' ? <ins key={nth}>{part.is}</ins> : part.is,
            )}
          </span>
        </dd>
      )}
    </>
  );
}
