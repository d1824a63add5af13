import type { VNode } from 'preact';
import { REGION_LIST } from '../../../language/index.ts';
import { Button, Field, Notice, Select, StaffPage } from '../../../web/kit/index.ts';
import type { Faults, PlanField, Typed } from '../desk/plan-form.ts';
import { EVENT_KINDS } from '../events/event.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { MIN_AGES } from '../volunteer/band.ts';
import { eventPath, type Page } from './page.ts';
import { volunteerStyles } from './styles.ts';

export interface EventFormProps {
  page: Page;
  /** Without one a new activity is begun. */
  event?: CountedEvent | undefined;
  typed: Typed;
  faults?: Faults;
  /** Somebody else has saved meanwhile. */
  stale?: boolean;
}

/** The form of an activity: what was typed stays, errors stand beside their fields, and it works without scripts. */
export function EventForm({ page, event, typed, faults = {}, stale = false }: EventFormProps): VNode {
  const { ctx, texts } = page;
  const title = event === undefined ? texts.newTitle : texts.editTitle;
  return (
    <StaffPage {...ctx.frame} title={title} lead={texts.formLead} styles={volunteerStyles}>
      <p>
        {event === undefined ? (
          <a href="/staff/events">{texts.back}</a>
        ) : (
          <a href={eventPath(event)}>{texts.backToEvent}</a>
        )}
      </p>
      {Object.keys(faults).length > 0 ? (
        <Notice tone="error" live>
          <p>{texts.errorsAbove}</p>
        </Notice>
      ) : null}
      {stale ? (
        <Notice tone="warning" live>
          <p>{texts.stale}</p>
        </Notice>
      ) : null}
      <form
        class="form plan"
        method="post"
        action={event === undefined ? '/staff/events/new' : eventPath(event, '/edit')}
        novalidate
      >
        {event === undefined ? null : <input type="hidden" name="rev" value={event.rev} />}
        <Groups page={page} typed={typed} faults={faults} />
        <Button>{texts.save}</Button>
      </form>
    </StaffPage>
  );
}

type PartProps = Required<Pick<EventFormProps, 'page' | 'typed' | 'faults'>>;

/** What a field needs: its name, words, what was typed, and what is wrong with it. */
const bound = ({ page: { texts }, typed, faults }: PartProps, name: PlanField) => {
  const fault = faults[name];
  return {
    name,
    label: texts.fields[name],
    value: typed[name],
    hint: (texts.hints as Partial<Record<PlanField, string>>)[name],
    error: fault === undefined ? undefined : texts.faults[fault],
  };
};

function Groups(props: PartProps): VNode {
  const { groups, kinds, facts } = props.page.texts;
  return (
    <>
      <fieldset>
        <legend>{groups.what}</legend>
        <Select
          {...bound(props, 'kind')}
          options={EVENT_KINDS.map((value) => ({ value, label: kinds[value] }))}
        />
        <div class="pair">
          <Field {...bound(props, 'title_fr')} />
          <Field {...bound(props, 'title_bm')} required={false} />
        </div>
      </fieldset>
      <fieldset>
        <legend>{groups.when}</legend>
        <div class="pair">
          <Field {...bound(props, 'date')} type="date" />
          <Field {...bound(props, 'time')} type="time" />
        </div>
      </fieldset>
      <fieldset>
        <legend>{groups.where}</legend>
        <Select
          {...bound(props, 'region')}
          options={[
            { value: '', label: facts.noRegion },
            ...REGION_LIST.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Field {...bound(props, 'place')} />
        <Field {...bound(props, 'exact')} required={false} />
      </fieldset>
      <fieldset>
        <legend>{groups.who}</legend>
        <div class="pair">
          <Field {...bound(props, 'capacity')} inputMode="numeric" />
          <Select
            {...bound(props, 'min_age')}
            options={MIN_AGES.map((age) => ({ value: String(age), label: facts.years(age) }))}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{groups.authorisation}</legend>
        <div class="pair">
          <Field {...bound(props, 'auth_by')} required={false} />
          <Field {...bound(props, 'auth_day')} type="date" required={false} />
        </div>
      </fieldset>
    </>
  );
}
