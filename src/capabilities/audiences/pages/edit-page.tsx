import type { VNode } from 'preact';
import { Button, Field, liveScripts, Notice, StaffPage } from '../../../web/kit/index.ts';
import { AudiencePart, type AudiencePartProps } from '../builder/audience-part.tsx';
import type { BuildFault } from '../builder/read-built.ts';
import { BUILDER_FORM } from '../builder/step-button.tsx';
import type { SavedAudience } from '../saved/saved.ts';
import type { Page } from './pages.ts';
import { audienceStyles } from './styles.ts';

export interface EditPageProps extends Pick<AudiencePartProps, 'draft' | 'offers' | 'fresh' | 'count'> {
  page: Page;
  /** Without one, a new audience is made. */
  saved?: SavedAudience | undefined;
  name: string;
  fault?:
    | { at: 'nom'; code: 'missing' | 'too_long' | 'too_many' }
    | { at: 'conditions'; code: BuildFault }
    | undefined;
  /** Somebody else has saved meanwhile. */
  changed?: boolean;
}

/** The form of an audience: its name, its conditions, and beside them how many that are. */
export function EditPage(props: EditPageProps): VNode {
  const { page, saved, name, fault, changed = false, draft, offers, fresh, count } = props;
  const { ctx, texts } = page;
  const action = saved === undefined ? NEW : audiencePath(saved, '/edit');
  const nameError = fault?.at === 'nom' ? texts.faults[fault.code] : undefined;
  return (
    <StaffPage
      {...ctx.frame}
      title={saved === undefined ? texts.newTitle : texts.editTitle}
      lead={texts.lead}
      styles={audienceStyles}
      scripts={liveScripts}
    >
      <p>
        <a href={LIST}>{texts.back}</a>
      </p>
      {fault === undefined ? null : (
        <Notice tone="error" live>
          <p>{texts.errorsAbove}</p>
        </Notice>
      )}
      {changed ? (
        <Notice tone="warning" live>
          <p>{texts.changedMeanwhile}</p>
        </Notice>
      ) : null}
      <form id={BUILDER_FORM} class="form form-wide" method="post" action={action} novalidate>
        {/* What "enter" presses. */}
        <button type="submit" hidden />
        {saved === undefined ? null : <input type="hidden" name="rev" value={saved.rev} />}
        <Field name="nom" value={name} label={texts.name} hint={texts.nameHint} error={nameError} />
        <h2>{texts.conditions}</h2>
        <AudiencePart
          {...{ draft, offers, action, fresh, count }}
          fault={fault?.at === 'conditions' ? fault.code : undefined}
          nameOf={page.nameOf}
        />
        <Button>{texts.save}</Button>
      </form>
    </StaffPage>
  );
}

export const LIST = '/staff/audiences';
const NEW = `${LIST}/new`;

export const audiencePath = ({ id }: Pick<SavedAudience, 'id'>, more: string): string =>
  `${LIST}/${encodeURIComponent(id)}${more}`;
