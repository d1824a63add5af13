import type { VNode } from 'preact';
import type { FieldChange } from '../../compare/fields.ts';
import type { StepChange } from '../../compare/steps.ts';
import type { PublishingPage } from './page.ts';
import { WasIs } from './was-is.tsx';

/** The steps that came, went or changed, and what becomes of who stands there. */
export function StepChanges({
  page,
  steps,
}: {
  page: PublishingPage;
  steps: readonly StepChange[];
}): VNode | null {
  const { words } = page;
  if (steps.length === 0) return null;
  const count = (...kinds: StepChange['kind'][]): number =>
    steps.filter(({ kind }) => kinds.includes(kind)).length;
  return (
    <section aria-labelledby="etapes-changees">
      <h2 id="etapes-changees">{words.stepsTitle}</h2>
      <p class="soft">{words.stepsSum(count('gone'), count('new'), count('changed', 'moved'))}</p>
      <ul class="step-changes">
        {steps.map((change, nth) => (
          <Step key={nth} page={page} change={change} />
        ))}
      </ul>
    </section>
  );
}

function Step({ page, change }: { page: PublishingPage; change: StepChange }): VNode {
  const { words, mapTexts } = page;
  const { step, kind, fields, fate } = change;
  const what =
    (step.type === undefined ? undefined : mapTexts.questions[step.type]) ?? mapTexts.kinds[step.kind];
  const named = step.key ?? mapTexts.unnamed(what ?? step.kind, step.line);
  return (
    <li>
      <p>
        <span class={`change change-${kind}`}>{words.stepKinds[kind]}</span> <strong>{named}</strong>{' '}
        {step.key === undefined ? null : <span class="soft">{what}</span>}
      </p>
      <Fields page={page} fields={fields} />
      {fate === undefined ? null : <p class="soft">{words.fates[fate]}</p>}
    </li>
  );
}

/** What stands in the file, before and after. */
export function Fields({
  page,
  fields,
}: {
  page: Pick<PublishingPage, 'words'>;
  fields: readonly FieldChange[];
}): VNode | null {
  if (fields.length === 0) return null;
  return (
    <dl class="field-changes">
      {fields.map(({ field, was, is }) => (
        <div key={field}>
          <dt>
            <code>{field}</code>
          </dt>
          <WasIs {...{ page, was, is }} />
        </div>
      ))}
    </dl>
  );
}
