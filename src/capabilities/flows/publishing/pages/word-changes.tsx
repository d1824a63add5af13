import type { VNode } from 'preact';
import type { changedWords } from '../../compare/words.ts';
import type { PublishingPage } from './page.ts';
import { WasIs } from './was-is.tsx';

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
            {changes.map(({ key, was, is }) => (
              <div key={key}>
                <dt>
                  <code>{key}</code>
                </dt>
                <WasIs {...{ page, lang, was, is }} />
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}
