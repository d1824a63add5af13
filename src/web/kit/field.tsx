import type { ComponentChildren, InputHTMLAttributes, VNode } from 'preact';
import { KIT_FR, type KitTexts } from './texts.fr.ts';

interface FieldProps {
  /** Also the id of the input. */
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'time' | 'number';
  value?: string | undefined;
  /** Said before typing. */
  hint?: ComponentChildren;
  /** Said after a refusal: what to change. */
  error?: string | undefined;
  required?: boolean;
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'email' | 'search';
  maxLength?: number;
  /** The first field of a page whose only purpose is its form. */
  autofocus?: boolean;
  texts?: KitTexts;
}

/** An input with its label, hint and error, tied together for screen readers. */
export function Field(props: FieldProps): VNode {
  const { name, label, hint, error, required = true, texts = KIT_FR } = props;
  const hintId = `${name}-aide`;
  const errorId = `${name}-erreur`;
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean);
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={name}>
        {label}
        {required ? null : <span class="field-optional"> ({texts.optional})</span>}
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
      <input {...inputAttributes(props)} aria-describedby={described.join(' ') || undefined} />
    </div>
  );
}

function inputAttributes(props: FieldProps): InputHTMLAttributes {
  return {
    id: props.name,
    name: props.name,
    type: props.type ?? 'text',
    required: props.required ?? true,
    ...(props.value === undefined ? {} : { value: props.value }),
    ...(props.error === undefined ? {} : { 'aria-invalid': 'true' as const }),
    ...(props.autocomplete === undefined ? {} : { autocomplete: props.autocomplete }),
    ...(props.inputMode === undefined ? {} : { inputMode: props.inputMode }),
    ...(props.maxLength === undefined ? {} : { maxLength: props.maxLength }),
    ...(props.autofocus === true ? { autofocus: true } : {}),
  };
}
