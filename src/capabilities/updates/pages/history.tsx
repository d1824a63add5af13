import type { VNode } from 'preact';
import type { Update } from '../model/update.ts';
import { momentWords, type Page, whoWords } from './page.ts';

/** Who did what, when and why, the newest first. */
export function History({ page, update }: { page: Page; update: Update }): VNode {
  const { texts } = page;
  return (
    <section aria-labelledby="histoire">
      <h2 id="histoire">{texts.history}</h2>
      <ol class="history" reversed>
        {[...update.history].reverse().map((entry) => (
          <li key={entry.token}>
            <strong>{whoWords(page, entry.by)}</strong> {texts.steps[entry.what]}
            <span class="soft"> · {momentWords(page, entry.at)}</span>
            {entry.reason === undefined ? null : <p>{texts.reasonOf(entry.reason)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
