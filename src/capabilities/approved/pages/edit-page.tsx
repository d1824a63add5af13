import type { VNode } from 'preact';
import { Button, Field, Notice, Select, StaffPage, TextArea } from '../../../web/kit/index.ts';
import type { Entry } from '../life/entry.ts';
import type { Faults, FieldSpec } from './fields.ts';
import { entryPath, listPath, type Page } from './page.ts';
import { approvedStyles } from './styles.ts';

interface EditPageProps {
  page: Page;
  /** Without one, a new entry is begun. */
  entry?: Entry | undefined;
  typed: Readonly<Record<string, string>>;
  faults?: Faults;
  /** Somebody else has saved meanwhile. */
  changed?: boolean;
}

/** The form of an entry: what was typed stays, errors stand beside their fields, and it works without scripts. */
export function EditPage({ page, entry, typed, faults = {}, changed = false }: EditPageProps): VNode {
  const { ctx, texts, words, kind } = page;
  return (
    <StaffPage
      {...ctx.frame}
      title={entry === undefined ? words.newTitle : words.editTitle}
      lead={words.formLead}
      styles={approvedStyles}
    >
      <p>
        <a href={entry === undefined ? listPath(page) : entryPath(page, entry)}>{words.back}</a>
      </p>
      {Object.keys(faults).length > 0 ? (
        <Notice tone="error" live>
          <p>{texts.wrong}</p>
        </Notice>
      ) : null}
      {changed && entry !== undefined ? (
        <Notice tone="warning" live>
          <p>{texts.changedMeanwhile}</p>
          <p>
            <a href={entryPath(page, entry)}>{texts.seeCurrent}</a>
          </p>
        </Notice>
      ) : null}
      {entry?.live === undefined ? null : (
        <Notice tone="info">
          <p>{texts.editVoids}</p>
        </Notice>
      )}
      <form
        class="form form-wide"
        method="post"
        action={entry === undefined ? `${listPath(page)}/new` : entryPath(page, entry, '/edit')}
        novalidate
      >
        {entry === undefined ? null : <input type="hidden" name="rev" value={entry.rev} />}
        {kind.fields.map((field) => (
          <Control key={field.name} page={page} field={field} typed={typed} faults={faults} />
        ))}
        <Button>{texts.save}</Button>
      </form>
    </StaffPage>
  );
}

interface ControlProps {
  page: Page;
  field: FieldSpec;
  typed: Readonly<Record<string, string>>;
  faults: Faults;
}

function Control(props: ControlProps): VNode {
  const { name, kind } = props.field;
  if (kind === 'kept') return <input type="hidden" name={name} value={props.typed[name] ?? ''} />;
  const group = props.page.words.fields[name]?.group;
  return (
    <>
      {group === undefined ? null : <h2 class="group">{group}</h2>}
      <Typing {...props} />
    </>
  );
}

function Typing({ page, field, typed, faults }: ControlProps): VNode {
  const { texts, words, options } = page;
  const { name, kind, lang, required = false } = field;
  const { label = name, hint } = words.fields[name] ?? {};
  const fault = faults[name];
  const bound = {
    ...{ name, label, value: typed[name] ?? '' },
    ...(hint === undefined ? {} : { hint }),
    error: fault === undefined ? undefined : texts.faults[fault],
  };
  switch (kind) {
    case 'choice':
      return (
        <Select
          {...bound}
          options={[{ value: '', label: required ? texts.choose : texts.none }, ...(options[name] ?? [])]}
        />
      );
    case 'words':
    case 'lines':
      return (
        <TextArea
          {...bound}
          {...{ required, rows: kind === 'lines' ? 6 : 4 }}
          {...(lang === undefined ? {} : { lang })}
        />
      );
    case 'day':
      return <Field {...bound} required={required} type="date" />;
    case 'line':
    case 'address':
    case 'kept':
      return <Field {...bound} required={required} />;
  }
}
