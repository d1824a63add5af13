import type { VNode } from 'preact';
import type { LogEntry } from '../log/ports.ts';
import { numberWords, type Update } from '../model/update.ts';
import { countWords, itemPath, momentWords, type Page } from './page.ts';

/** What the public log holds of this version: its place, and what it is signed with. */
export function LogEntries({
  page,
  update: { publication },
  entries,
}: {
  page: Page;
  update: Update;
  entries: readonly LogEntry[];
}): VNode {
  const { texts } = page;
  const ours = entries.filter(({ statement }) => statement.version === publication?.version);
  if (ours.length === 0) return <p>{texts.logWaits}</p>;
  return (
    <>
      {ours.map((entry) => (
        <dl key={entry.seq} class="details">
          {(
            [
              [texts.logKinds[entry.statement.kind], momentWords(page, Date.parse(entry.statement.at))],
              [texts.inLog, texts.logPlace(countWords(page, entry.seq))],
              [texts.logKey, entry.key],
              [texts.logSigned, entry.signature],
              [texts.logHash, entry.hash],
            ] as const
          ).map(([term, words], index) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{index < 2 ? words : <code class="hash">{words}</code>}</dd>
            </div>
          ))}
        </dl>
      ))}
    </>
  );
}

/** The versions beside this one, by links. */
export function Versions({ page, update }: { page: Page; update: Update }): VNode | null {
  const { texts } = page;
  const { corrects, correction, number } = update;
  if (corrects === undefined && correction === undefined) return null;
  return (
    <p>
      {corrects === undefined ? null : (
        <>
          {texts.replaces} :{' '}
          <a href={itemPath(corrects)}>
            {texts.versionOf(numberWords(corrects.number), String(corrects.version))}
          </a>
        </>
      )}
      {corrects === undefined || correction === undefined ? null : ' · '}
      {correction === undefined || number === undefined ? null : (
        <>
          {texts.replacedBy} :{' '}
          <a href={itemPath(correction)}>
            {texts.versionOf(numberWords(number), String((update.publication?.version ?? 1) + 1))}
          </a>
        </>
      )}
    </p>
  );
}
