import type { ComponentChildren, VNode } from 'preact';
import { useWords } from './language-context.ts';
import { KIT } from './texts.ts';

/** What every kind of field is told of its words. */
export interface Labels {
  label: string;
  /** Said before typing. */
  hint?: ComponentChildren;
  /** Said after a refusal: what to change. */
  error?: string | undefined;
  required?: boolean;
}

/** What ties a control to its words for screen readers; to be spread on it. */
export interface Tied {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

interface LabelledProps extends Labels {
  id: string;
  control: (tied: Tied) => VNode;
}

/** A control under its label, hint and error. */
export function Labelled(props: LabelledProps): VNode {
  const { id, label, hint, error, required = true, control } = props;
  const { optional } = useWords(KIT);
  const [hintId, errorId] = [`${id}-aide`, `${id}-erreur`];
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean);
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={id}>
        {label}
        {required ? null : <span class="field-optional"> ({optional})</span>}
      </label>
      {hint === undefined ? null : (
        <p class="field-hint" id={hintId}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p class="field-error" id={errorId}>
          {error}
        </p>
      )}
      {control({
        id,
        ...(described.length === 0 ? {} : { 'aria-describedby': described.join(' ') }),
        ...(error === undefined ? {} : { 'aria-invalid': 'true' as const }),
      })}
    </div>
  );
}
