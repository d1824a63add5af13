import type { VNode } from 'preact';
import { Button, Field, Notice, Select, StaffPage, TextArea } from '../../../web/kit/index.ts';
import type { Lang } from '../../../domain/language.ts';
import { NATIONAL } from '../model/content.ts';
import { THEMES } from '../model/themes.ts';
import { TIERS } from '../model/tiers.ts';
import { numberWords, type Update } from '../model/update.ts';
import { type FieldFault, type Typed, URGENT } from './form.ts';
import { itemPath, languageWords, type Page } from './page.ts';
import { updateStyles } from './styles.ts';

interface EditPageProps {
  page: Page;
  /** Without one, a new item is begun. */
  update?: Update | undefined;
  typed: Typed;
  faults?: Readonly<Record<string, FieldFault>>;
  /** Somebody else has saved meanwhile. */
  changed?: boolean;
}

/** The form of an item: what was typed stays, errors stand beside their fields, and it works without scripts. */
export function EditPage({ page, update, typed, faults = {}, changed = false }: EditPageProps): VNode {
  const { ctx, texts, languages } = page;
  const wrong = Object.keys(faults).length > 0;
  const action = update === undefined ? '/staff/updates/new' : itemPath(update, '/edit');
  return (
    <StaffPage
      {...ctx.frame}
      title={update === undefined ? texts.newTitle : texts.editTitle}
      lead={texts.newLead}
      styles={updateStyles}
    >
      <p>
        {update === undefined ? (
          <a href="/staff/updates">{texts.back}</a>
        ) : (
          <a href={itemPath(update)}>{texts.backToItem}</a>
        )}
      </p>
      {wrong ? (
        <Notice tone="error" live>
          <p>{texts.errorsAbove}</p>
        </Notice>
      ) : null}
      {changed && update !== undefined ? (
        <Notice tone="warning" live>
          <p>{texts.changedMeanwhile}</p>
          <p>
            <a href={itemPath(update)}>{texts.seeCurrent}</a>
          </p>
        </Notice>
      ) : null}
      {update?.corrects === undefined ? null : (
        <Notice tone="info">
          <p>{texts.editCorrection(numberWords(update.corrects.number), String(update.corrects.version))}</p>
        </Notice>
      )}
      {update?.state === 'verified' || update?.state === 'submitted' ? (
        <Notice tone="info">
          <p>{texts.editVoids}</p>
        </Notice>
      ) : null}
      <form class="form form-wide" method="post" action={action} novalidate>
        {update === undefined ? null : <input type="hidden" name="rev" value={update.rev} />}
        <Event page={page} typed={typed} faults={faults} />
        <div class="sides">
          {languages.map((lang) => (
            <Words
              key={lang}
              {...{ lang, page, typed, faults }}
              correction={update?.corrects !== undefined}
              picture={update?.content.image !== undefined}
            />
          ))}
        </div>
        <Rest page={page} typed={typed} faults={faults} />
        <Button>{texts.save}</Button>
      </form>
    </StaffPage>
  );
}

interface PartProps {
  page: Page;
  typed: Typed;
  faults: Readonly<Record<string, FieldFault>>;
}

/** What a field needs: its name, what was typed, and what is wrong with it. */
const bound = ({ page, typed, faults }: PartProps, name: string) => {
  const fault = faults[name];
  return { name, value: typed[name], error: fault === undefined ? undefined : page.texts.faults[fault] };
};

function Event(props: PartProps): VNode {
  const { texts, places } = props.page;
  const choose = { value: '', label: texts.fields.choose };
  return (
    <fieldset>
      <legend>{texts.fields.event}</legend>
      <div class="sides">
        <Field {...bound(props, 'date')} type="date" label={texts.fields.date} />
        <Select
          {...bound(props, 'place')}
          label={texts.fields.place}
          options={[
            { value: NATIONAL, label: texts.fields.national },
            ...places.map(({ slug, name }) => ({ value: slug, label: texts.fields.placeLabel(slug, name) })),
          ]}
        />
        <Select
          {...bound(props, 'theme')}
          label={texts.fields.theme}
          options={[choose, ...THEMES.map((value) => ({ value, label: texts.themes[value] }))]}
        />
        <Select
          {...bound(props, 'tier')}
          label={texts.fields.tier}
          options={[choose, ...TIERS.map((value) => ({ value, label: texts.tiers[value] }))]}
        />
      </div>
    </fieldset>
  );
}

function Words({
  lang,
  correction,
  picture,
  ...props
}: PartProps & { lang: Lang; correction: boolean; picture: boolean }): VNode {
  const { texts } = props.page;
  const { fields } = texts;
  return (
    <fieldset lang={props.page.ctx.frame.lang}>
      <legend>{fields.in(languageWords(props.page, lang))}</legend>
      {correction ? (
        <TextArea
          {...bound(props, `${lang}_reason`)}
          {...{ lang, rows: 3, label: texts.reason, hint: texts.whyHint }}
        />
      ) : null}
      <TextArea
        {...bound(props, `${lang}_title`)}
        {...{ lang, rows: 2 }}
        label={fields.title}
        hint={fields.titleHint}
      />
      <TextArea
        {...bound(props, `${lang}_first`)}
        {...{ lang, rows: 6 }}
        label={fields.first}
        hint={fields.paragraphHint}
      />
      <TextArea
        {...bound(props, `${lang}_second`)}
        {...{ lang, rows: 6, required: false }}
        label={fields.second}
        hint={fields.paragraphHint}
      />
      {picture ? (
        <TextArea
          {...bound(props, `${lang}_alt`)}
          {...{ lang, rows: 2, required: false, label: texts.imageAlt, hint: texts.imageAltHint }}
        />
      ) : null}
    </fieldset>
  );
}

function Rest(props: PartProps): VNode {
  const { fields } = props.page.texts;
  return (
    <>
      <fieldset>
        <legend>{fields.source}</legend>
        <Field {...bound(props, 'source_title')} label={fields.sourceTitle} hint={fields.sourceTitleHint} />
        <Field {...bound(props, 'source_url')} required={false} label={fields.sourceUrl} />
        <Field
          {...bound(props, 'source_sha256')}
          required={false}
          label={fields.sha256}
          hint={fields.sha256Hint}
        />
      </fieldset>
      <fieldset>
        <legend>{fields.publication}</legend>
        <Select
          {...bound(props, 'urgent')}
          label={fields.urgent}
          options={[
            { value: 'non', label: fields.notUrgent },
            { value: URGENT, label: fields.isUrgent },
          ]}
        />
        <Field {...bound(props, 'funding')} label={fields.funding} />
        <Field
          {...bound(props, 'review_by')}
          type="date"
          label={fields.reviewBy}
          hint={fields.reviewByHint}
        />
      </fieldset>
    </>
  );
}
