import type { VNode } from 'preact';
import { Button, TextArea } from '../../../web/kit/index.ts';
import type { Thread, ThreadEntry } from '../ports.ts';
import { colleagueName, momentWords, type Page, threadPath } from './page.ts';

type Note = Extract<ThreadEntry, { kind: 'note' }>;

/** What the team tells itself: apart from the messages, and of another look, so that nobody takes one for the other. */
export function Notes({ page, thread }: { page: Page; thread: Thread }): VNode {
  const { notes: texts } = page.texts;
  const notes = thread.entries.filter((entry): entry is Note => entry.kind === 'note');
  return (
    <section class="panel notes" aria-labelledby="notes">
      <h2 id="notes">{texts.title}</h2>
      <p class="panel-lead">{texts.lead}</p>
      <div id="notes-liste">
        {notes.length === 0 ? <p>{texts.none}</p> : null}
        {notes.map(({ id, by, at, text }) => (
          <div key={id} id={`n-${id}`} class="note">
            <p class="log-who">
              <strong>{colleagueName(page, by)}</strong> {momentWords(page, at)}
            </p>
            <p class="log-words" dir="auto">
              {text}
            </p>
          </div>
        ))}
      </div>
      <NoteForm page={page} id={thread.id} />
    </section>
  );
}

/** @param typed what was typed before, where it was refused */
export function NoteForm({
  page,
  id,
  typed,
  error,
}: {
  page: Page;
  id: string;
  typed?: string;
  error?: string;
}): VNode {
  const { notes: texts } = page.texts;
  return (
    <form class="panel-form" method="post" action={threadPath(id, '/note')}>
      <TextArea name="note" label={texts.label} rows={3} value={typed} error={error} />
      <Button look="quiet">{texts.add}</Button>
    </form>
  );
}
