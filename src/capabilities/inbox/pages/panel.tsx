import type { VNode } from 'preact';
import { Button, Field, Select } from '../../../web/kit/index.ts';
import { localOf } from '../../../domain/local-time.ts';
import { ASSIGNING_ROLES, type Colleague, MAX_TAGS, type ResumeStep, type Thread } from '../ports.ts';
import { colleagueName, type Page, threadPath } from './page.ts';
import { snoozeChoices } from './snooze.ts';

interface PanelProps {
  page: Page;
  thread: Thread;
  steps: readonly ResumeStep[];
  colleagues: readonly Colleague[];
  tags: readonly string[];
}

/** What can be done with a talk besides answering. */
export function Panel(props: PanelProps): VNode {
  const { page, thread, steps } = props;
  const { state } = thread;
  return (
    <>
      {thread.with === 'staff' && state !== 'closed' ? (
        <GiveBack page={page} thread={thread} steps={steps} />
      ) : null}
      <TagsPanel {...props} />
      {mayAssign(page) && state !== 'closed' ? <Assign {...props} /> : null}
      {state === 'closed' ? null : <Snooze page={page} thread={thread} />}
      {state === 'closed' ? null : <Close page={page} thread={thread} />}
    </>
  );
}

export const mayAssign = ({ ctx }: Page): boolean => ASSIGNING_ROLES.some((role) => role === ctx.person.role);

function GiveBack({ page, thread, steps }: Pick<PanelProps, 'page' | 'thread' | 'steps'>): VNode {
  const { resume } = page.texts;
  const usual = steps.find((step) => step.usual === true);
  return (
    <section class="panel" aria-labelledby="rendre">
      <h2 id="rendre">{resume.title}</h2>
      <p class="panel-lead">{resume.lead}</p>
      <form class="panel-form" method="post" action={threadPath(thread.id, '/resume')}>
        <Select
          name="step"
          label={resume.label}
          value={usual?.key ?? ''}
          options={[
            ...(usual === undefined ? [{ value: '', label: resume.usual }] : []),
            ...steps.map(({ key, words }) => ({ value: key, label: words })),
          ]}
        />
        <Button look="quiet">{resume.submit}</Button>
      </form>
    </section>
  );
}

function TagsPanel({ page, thread, tags }: PanelProps): VNode {
  const { tags: texts } = page.texts;
  const others = tags.filter((tag) => !thread.tags.includes(tag));
  return (
    <details class="panel">
      <summary>
        <h2>{texts.title}</h2>
      </summary>
      {thread.tags.length === 0 ? <p>{texts.none}</p> : null}
      <div class="panel-tags">
        {thread.tags.map((tag) => (
          <form key={tag} method="post" action={threadPath(thread.id, '/untag')}>
            <button class="thread-mark" type="submit" name="tag" value={tag} aria-label={texts.remove(tag)}>
              {tag} ✕
            </button>
          </form>
        ))}
      </div>
      {thread.tags.length >= MAX_TAGS ? null : <TagForm page={page} id={thread.id} others={others} />}
    </details>
  );
}

interface TagFormProps {
  page: Page;
  id: string;
  /** Tags in use elsewhere. */
  others: readonly string[];
  typed?: string;
  error?: string;
}

/** A tag is typed, or one of those in use chosen. */
export function TagForm({ page, id, others, typed, error }: TagFormProps): VNode {
  const { tags: texts } = page.texts;
  return (
    <form class="panel-form" method="post" action={threadPath(id, '/tag')}>
      <Field
        name="tag"
        label={texts.label}
        hint={others.length === 0 ? texts.hint : `${texts.hint} ${others.slice(0, 6).join(', ')}`}
        value={typed}
        error={error}
        autocomplete="off"
      />
      <Button look="quiet">{texts.add}</Button>
    </form>
  );
}

function Assign({ page, thread, colleagues }: PanelProps): VNode {
  const { assign } = page.texts;
  const others = colleagues.filter(({ id }) => id !== thread.claimedBy?.id);
  return (
    <details class="panel">
      <summary>
        <h2>{assign.title}</h2>
      </summary>
      <form class="panel-form" method="post" action={threadPath(thread.id, '/assign')}>
        <Select
          name="to"
          label={assign.label}
          options={[
            { value: '', label: assign.choose },
            ...others.map((one) => ({ value: one.id, label: colleagueName(page, one) })),
          ]}
        />
        <Button look="quiet">{assign.submit}</Button>
      </form>
    </details>
  );
}

function Snooze({ page, thread }: Pick<PanelProps, 'page' | 'thread'>): VNode {
  const { snooze } = page.texts;
  const action = threadPath(thread.id, '/snooze');
  return (
    <details class="panel">
      <summary>
        <h2>{snooze.title}</h2>
      </summary>
      <p class="panel-lead">{snooze.lead}</p>
      <form class="panel-choices" method="post" action={action}>
        {snoozeChoices(page.now, page.zone).map(({ choice }) => (
          <Button key={choice} look="quiet" name="choice" value={choice}>
            {snooze.choices[choice]}
          </Button>
        ))}
      </form>
      <form class="panel-form panel-moment" method="post" action={action}>
        <Field name="day" type="date" label={snooze.day} value={localOf(page.now, page.zone).day} />
        <Field name="time" type="time" label={snooze.time} value="08:00" />
        <Button look="quiet">{snooze.submit}</Button>
      </form>
    </details>
  );
}

function Close({ page, thread }: Pick<PanelProps, 'page' | 'thread'>): VNode {
  const { close } = page.texts;
  return (
    <section class="panel" aria-labelledby="terminer">
      <h2 id="terminer">{close.title}</h2>
      {thread.with === 'staff' ? <p class="panel-lead">{close.lead}</p> : null}
      <form method="post" action={threadPath(thread.id, '/close')}>
        <Button look="quiet">{close.submit}</Button>
      </form>
    </section>
  );
}
