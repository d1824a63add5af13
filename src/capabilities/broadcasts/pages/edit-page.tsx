import type { VNode } from 'preact';
import { Button, Field, liveScripts, Notice, Select, StaffPage, TextArea } from '../../../web/kit/index.ts';
import { audienceStyles, BUILDER_FORM } from '../../audiences/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { lengthOf, tidyText } from '../model/texts.ts';
import { type AudienceChoice, AudienceFields, PART } from './audience-form.tsx';
import { type FieldFault, textField, type Typed, URGENT } from './form.ts';
import { countWords, itemPath, languageWords, type Page } from './page.ts';
import { broadcastStyles } from './styles.ts';

export interface EditPageProps {
  page: Page;
  /** Without one, a new broadcast is begun. */
  broadcast?: Broadcast | undefined;
  typed: Typed;
  audience: AudienceChoice;
  faults?: Readonly<Record<string, FieldFault>>;
  /** Somebody else has saved meanwhile. */
  changed?: boolean;
}

/** The form of a broadcast in three steps: what was typed stays, errors stand beside their fields. */
export function EditPage({ faults = {}, changed = false, ...props }: EditPageProps): VNode {
  const { page, broadcast } = props;
  const { ctx, texts } = page;
  const action = broadcast === undefined ? '/staff/broadcasts/new' : itemPath(broadcast, '/edit');
  const title = broadcast === undefined ? texts.newTitle : texts.editTitle;
  return (
    <StaffPage
      {...ctx.frame}
      title={title}
      lead={texts.newLead}
      styles={[...broadcastStyles, ...audienceStyles]}
      scripts={liveScripts}
    >
      <p>
        <a href={broadcast === undefined ? '/staff/broadcasts' : itemPath(broadcast)}>
          {broadcast === undefined ? texts.back : texts.backToItem}
        </a>
      </p>
      {Object.keys(faults).length === 0 ? null : (
        <Notice tone="error" live>
          <p>{texts.errorsAbove}</p>
        </Notice>
      )}
      {changed && broadcast !== undefined ? (
        <Notice tone="warning" live>
          <p>{texts.changedMeanwhile}</p>
          <p>
            <a href={itemPath(broadcast)}>{texts.seeCurrent}</a>
          </p>
        </Notice>
      ) : null}
      {broadcast?.state === 'submitted' || broadcast?.state === 'approved' ? (
        <Notice tone="info">
          <p>{texts.editVoids}</p>
        </Notice>
      ) : null}
      <form id={BUILDER_FORM} class="form form-wide" method="post" action={action} novalidate>
        {/* What "enter" presses. */}
        <button type="submit" hidden />
        {broadcast === undefined ? null : <input type="hidden" name="rev" value={broadcast.rev} />}
        <Words {...props} faults={faults} />
        <fieldset id={PART}>
          <legend>{texts.steps.audience}</legend>
          <AudienceFields page={page} action={action} {...props.audience} />
        </fieldset>
        <When {...props} faults={faults} />
        <Button>{texts.save}</Button>
      </form>
    </StaffPage>
  );
}

type PartProps = EditPageProps & { faults: Readonly<Record<string, FieldFault>> };

/** What a field is told of what was typed into it and what is wrong with it. */
const bound = ({ page, typed, faults }: PartProps, name: string) => {
  const fault = faults[name];
  const error = fault === undefined ? undefined : page.texts.faults[fault];
  return { name, value: typed[name] ?? '', error };
};

function Words(props: PartProps): VNode {
  const { page, typed } = props;
  const { fields, steps } = page.texts;
  return (
    <fieldset>
      <legend>{steps.words}</legend>
      <Field {...bound(props, 'nom')} label={fields.name} hint={fields.nameHint} />
      {page.languages.map((lang) => (
        <TextArea
          key={lang}
          {...bound(props, textField(lang))}
          {...{ lang, rows: 6, required: false }}
          label={fields.in(languageWords(page, lang))}
          hint={fields.textHint(countWords(page, lengthOf(tidyText(typed[textField(lang)] ?? ''))))}
        />
      ))}
      <Select
        {...bound(props, 'urgence')}
        label={fields.urgent}
        options={[
          { value: 'non', label: fields.notUrgent },
          { value: URGENT, label: fields.isUrgent },
        ]}
      />
    </fieldset>
  );
}

function When(props: PartProps): VNode {
  const { fields, steps } = props.page.texts;
  return (
    <fieldset>
      <legend>{steps.when}</legend>
      <Select
        {...bound(props, 'quand')}
        label={fields.at}
        options={[
          { value: '', label: fields.now },
          { value: 'date', label: fields.later },
        ]}
      />
      <div class="pair">
        <Field {...bound(props, 'jour')} type="date" required={false} label={fields.day} />
        <Field {...bound(props, 'heure')} type="time" required={false} label={fields.time} />
      </div>
      <div class="pair">
        <Field
          {...bound(props, 'tous_les')}
          {...{ type: 'number', inputMode: 'numeric', required: false }}
          label={fields.every}
          hint={fields.everyHint}
        />
        <Field {...bound(props, 'jusqu_au')} type="date" required={false} label={fields.until} />
      </div>
    </fieldset>
  );
}
