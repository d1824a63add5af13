import type { VNode } from 'preact';
import { localOf } from '../../../domain/local-time.ts';
import type { Thread, ThreadEntry } from '../ports.ts';
import { colleagueName, dayWords, type Page, reasonWords, timeWords } from './page.ts';
import { SentFile } from './sent-file.tsx';

type Said = Exclude<ThreadEntry, { kind: 'note' }>;

/** What was said, the oldest first, a heading for each day. Notes stand elsewhere: nobody may take one for a message. */
export function Entries({ page, thread }: { page: Page; thread: Thread }): VNode {
  const said = thread.entries.filter((entry): entry is Said => entry.kind !== 'note');
  return (
    <>
      {thread.more ? <p class="log-event">{page.texts.more}</p> : null}
      {said.map((entry, index) => (
        <Entry
          key={entry.id}
          page={page}
          thread={thread}
          entry={entry}
          newDay={isNewDay(page, said, index)}
        />
      ))}
    </>
  );
}

interface EntryProps {
  page: Page;
  thread: Thread;
  entry: Said;
  newDay: boolean;
}

function Entry({ page, thread, entry, newDay }: EntryProps): VNode {
  return (
    <>
      {newDay ? <h3 class="log-day">{dayWords(page, entry.at)}</h3> : null}
      <div id={`m-${entry.id}`} class={`log-entry log-${entry.kind}`}>
        <EntryBody page={page} thread={thread} entry={entry} />
      </div>
    </>
  );
}

function EntryBody({ page, thread, entry }: Omit<EntryProps, 'newDay'>): VNode {
  const { texts } = page;
  switch (entry.kind) {
    case 'citizen':
      return (
        <>
          <Who page={page} name={texts.citizen} at={entry.at} />
          <p class="log-words" lang={thread.lang} dir="auto">
            {entry.text}
          </p>
        </>
      );
    case 'sent':
      return (
        <>
          <Who page={page} name={texts.citizen} at={entry.at} />
          <SentFile page={page} thread={thread.id} sent={entry} lang={thread.lang} />
        </>
      );
    case 'reply':
      return (
        <>
          <Who page={page} name={colleagueName(page, entry.by)} at={entry.at} />
          <p class="log-words" lang={thread.lang} dir="auto">
            {entry.text}
          </p>
          <p class="log-fate">
            {[
              entry.canned === undefined ? [] : texts.cannedMark,
              entry.fate === undefined ? [] : texts.fates[entry.fate],
            ]
              .flat()
              .join(' · ')}
          </p>
        </>
      );
    case 'handed_over':
      return <Event page={page} at={entry.at} words={texts.handedOver(reasonWords(page, entry.reason))} />;
    case 'given_back':
      return (
        <Event
          page={page}
          at={entry.at}
          words={entry.by === null ? texts.wentBack : texts.givenBack(colleagueName(page, entry.by))}
        />
      );
  }
}

const Who = ({ page, name, at }: { page: Page; name: string; at: number }): VNode => (
  <p class="log-who">
    <strong>{name}</strong> <Time page={page} at={at} />
  </p>
);

const Event = ({ page, at, words }: { page: Page; at: number; words: string }): VNode => (
  <p class="log-event">
    {words} <Time page={page} at={at} />
  </p>
);

const Time = ({ page, at }: { page: Page; at: number }): VNode => (
  <time dateTime={new Date(at).toISOString()}>{timeWords(page, at)}</time>
);

function isNewDay({ zone }: Page, said: readonly Said[], index: number): boolean {
  const [before, entry] = [said[index - 1], said[index]];
  if (entry === undefined) return false;
  return before === undefined || localOf(before.at, zone).day !== localOf(entry.at, zone).day;
}
