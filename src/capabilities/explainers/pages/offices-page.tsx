import type { VNode } from 'preact';
import { Button, ButtonLink, EmptyState, Field, StaffPage } from '../../../web/kit/index.ts';
import { approvedStyles } from '../../approved/index.ts';
import { type Office, QUESTION_THEMES } from '../offices/office.ts';
import { type Page, PATH } from './page.ts';

/** The organisation's offices; an administrator changes them. */
export function OfficesPage({ page }: { page: Page }): VNode {
  const { ctx, texts, offices } = page;
  const may = ctx.person.role === 'admin';
  const add = may ? (
    <p>
      <ButtonLink href={`${PATH}/offices/new`}>{texts.officeNew}</ButtonLink>
    </p>
  ) : null;
  return (
    <StaffPage {...ctx.frame} title={texts.officesTitle} lead={texts.officesLead} styles={approvedStyles}>
      <p>
        <a href={PATH}>{texts.back}</a>
      </p>
      {offices.length === 0 ? (
        <EmptyState title={texts.officesTitle}>
          <p>{texts.officesEmpty}</p>
          {add}
        </EmptyState>
      ) : (
        <>
          {add}
          <ul class="entries">
            {offices.map((office) => (
              <li key={office.id}>
                <h2 lang="fr">
                  {may ? <a href={`${PATH}/offices/${office.id}`}>{office.name}</a> : office.name}
                </h2>
                <p class="soft">
                  {[
                    ...office.themes.map((theme) => texts.themes[theme]),
                    texts.officePromise(office.days),
                  ].join(' · ')}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </StaffPage>
  );
}

interface OfficeFormProps {
  page: Page;
  office?: Office | undefined;
  typed: { name: string; days: string; themes: readonly string[] };
  faults?: { name?: string; days?: string; themes?: string };
}

export function OfficeFormPage({ page, office, typed, faults = {} }: OfficeFormProps): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage
      {...ctx.frame}
      title={office === undefined ? texts.officeNew : office.name}
      lead={texts.officesLead}
      styles={approvedStyles}
    >
      <p>
        <a href={`${PATH}/offices`}>{texts.toOffices}</a>
      </p>
      <form
        class="form"
        method="post"
        action={`${PATH}/offices/${office === undefined ? 'new' : office.id}`}
        novalidate
      >
        <Field
          name="name"
          label={texts.officeName}
          hint={texts.officeNameHint}
          value={typed.name}
          error={faults.name}
        />
        <fieldset aria-describedby={faults.themes === undefined ? undefined : 'themes-erreur'}>
          <legend>{texts.officeThemes}</legend>
          {QUESTION_THEMES.map((theme) => (
            <p key={theme}>
              <label>
                <input
                  type="checkbox"
                  name={`theme_${theme}`}
                  value="oui"
                  checked={typed.themes.includes(theme)}
                />{' '}
                {texts.themes[theme]}
              </label>
            </p>
          ))}
          {faults.themes === undefined ? null : (
            <p class="field-error" id="themes-erreur">
              {faults.themes}
            </p>
          )}
        </fieldset>
        <Field name="days" type="number" label={texts.officeDays} value={typed.days} error={faults.days} />
        <Button>{texts.save}</Button>
      </form>
    </StaffPage>
  );
}
