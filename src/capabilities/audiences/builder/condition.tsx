import type { VNode } from 'preact';
import { useWords } from '../../../web/kit/index.ts';
import { AUDIENCE_WORDS } from '../pages/texts.ts';
import type { ConditionDraft } from './draft.ts';
import { isOffered, type OfferGroup, type Offers } from './offers.ts';
import { partField, YES } from './read-form.ts';
import { StepButton } from './step-button.tsx';
import type { Path } from './steps.ts';

interface ConditionProps {
  offers: Offers;
  action: string;
  fresh?: Path | undefined;
  condition: ConditionDraft;
  path: Path;
}

/** One condition: what it is about, whether it is or is not, and which values. */
export function ConditionFields({ condition, path, offers, action, fresh }: ConditionProps): VNode {
  const texts = useWords(AUDIENCE_WORDS);
  const { field, not } = condition;
  const isNot = partField.not(path);
  const name = texts.fields[field];
  const isFresh = fresh !== undefined && String(fresh) === String(path);
  return (
    <fieldset class="part">
      <legend>{name}</legend>
      <input type="hidden" name={partField.field(path)} value={field} />
      <div class="field">
        <label for={isNot} class="unseen">
          {texts.isOrNot(name)}
        </label>
        <select id={isNot} name={isNot} autofocus={isFresh}>
          <option value="">{texts.is}</option>
          <option value={YES} selected={not}>
            {texts.isNot}
          </option>
        </select>
      </div>
      {field === 'active' ? (
        <Days condition={condition} path={path} groups={offers.active} />
      ) : (
        <Values condition={condition} path={path} offers={offers} />
      )}
      <StepButton do="retirer" path={path} action={action}>
        {[texts.remove, <span class="unseen"> {name}</span>]}
      </StepButton>
    </fieldset>
  );
}

type ValuesProps = Omit<ConditionProps, 'action' | 'fresh'>;

/** A box for each value; what is offered under a heading is folded, unless something of it is chosen. */
function Values({ condition, path, offers }: ValuesProps): VNode {
  const texts = useWords(AUDIENCE_WORDS);
  const { field, values } = condition;
  const gone = values.filter((value) => !isOffered(offers, field, value));
  const box = (value: string, label: string): VNode => {
    const name = partField.value(path, value);
    return (
      <label key={value} class="choice">
        <input type="checkbox" name={name} value={YES} checked={values.includes(value)} /> {label}
      </label>
    );
  };
  return (
    <>
      {offers[field].map(({ label, offers: found }) =>
        label === undefined ? (
          <div key="" class="choices">
            {found.map((offer) => box(offer.value, offer.label))}
          </div>
        ) : (
          <details key={label} open={found.some(({ value }) => values.includes(value))}>
            <summary>{label}</summary>
            <div class="choices">{found.map((offer) => box(offer.value, offer.label))}</div>
          </details>
        ),
      )}
      {gone.length === 0 ? null : (
        <div class="choices">{gone.map((value) => box(value, texts.gone(value)))}</div>
      )}
    </>
  );
}

function Days({
  condition,
  path,
  groups,
}: Omit<ValuesProps, 'offers'> & { groups: readonly OfferGroup[] }): VNode {
  const texts = useWords(AUDIENCE_WORDS);
  const days = partField.days(path);
  const [chosen = ''] = condition.values;
  const offered = groups.flatMap(({ offers }) => offers.map(({ value }) => value));
  // A number of days that is not offered any more still means what it says.
  const all = chosen === '' || offered.includes(chosen) ? offered : [...offered, chosen];
  return (
    <div class="field">
      <label for={days}>{texts.within}</label>
      <select id={days} name={days}>
        <option value="">{texts.chooseDays}</option>
        {all.map((value) => (
          <option key={value} value={value} selected={value === chosen}>
            {texts.days(Number(value))}
          </option>
        ))}
      </select>
    </div>
  );
}
