import type { VNode } from 'preact';
import type { Entry, Written } from '../simulator/replay.ts';
import type { Page } from './page.ts';

/** What was said, in order; the newest below. */
export function TalkLog({ page, entries }: { page: Page; entries: readonly Entry[] }): VNode {
  const { texts } = page;
  return (
    <div class="talk" role="log" aria-label={texts.talk}>
      {entries.map((entry, nth) =>
        entry.by === 'bot' ? (
          <div key={nth} class="talk-bot">
            <span class="unseen">{texts.speaker(texts.bot)}</span>
            <p lang={entry.lang} dir="auto">
              {entry.text}
            </p>
            {entry.audio ? <p class="soft">{texts.recording}</p> : null}
          </div>
        ) : (
          <div key={nth} class={'wait' in entry.did ? 'talk-time' : 'talk-person'}>
            <span class="unseen">{texts.speaker(texts.you)}</span>
            <p>{doneIn(entry.did, before(entries, nth), page)}</p>
          </div>
        ),
      )}
    </div>
  );
}

function doneIn(did: Written, choices: ReadonlyMap<string, string>, { texts }: Page): string {
  if ('say' in did) return did.say;
  if ('tap' in did) return choices.get(did.tap) ?? did.tap;
  if ('send' in did) return `[${texts.media[did.send] ?? did.send}]`;
  return texts.waited(did.wait.replace('h', '\u00a0h'));
}

/** The buttons that were offered last before this entry. */
function before(entries: readonly Entry[], nth: number): ReadonlyMap<string, string> {
  const asked = entries.slice(0, nth).findLast((entry) => entry.by === 'bot');
  return new Map(asked?.choices.map(({ key, label }) => [key, label]));
}
