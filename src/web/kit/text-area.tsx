import type { ComponentChildren, VNode } from 'preact';
import { KIT_FR, type KitTexts } from './texts.fr.ts';

interface TextAreaProps {
  /** Also the id. */
  name: string;
  label: string;
  value?: string | undefined;
  hint?: ComponentChildren;
  error?: string | undefined;
  required?: boolean;
  rows?: number;
  /** BCP 47 tag of the words written here, for spelling and reading aloud. */
  lang?: string;
  texts?: KitTexts;
}

/**
 * Several lines to write in, with label, hint and error. It has no `maxlength`: a browser would cut what is pasted
 * without a word; the answer says what is too long, and nothing is lost.
 */
export function TextArea(props: TextAreaProps): VNode {
  const { name, label, value, hint, error, required = true, rows = 5, lang, texts = KIT_FR } = props;
  const [hintId, errorId] = [`${name}-aide`, `${name}-erreur`];
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
      <textarea
        id={name}
        name={name}
        rows={rows}
        lang={lang}
        aria-describedby={described.join(' ') || undefined}
        {...(error === undefined ? {} : { 'aria-invalid': 'true' as const })}
      >
        {value}
      </textarea>
    </div>
  );
}
