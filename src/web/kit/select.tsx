import type { ComponentChildren, VNode } from 'preact';

interface SelectProps {
  /** Also the id of the list, unless `id` says otherwise. */
  name: string;
  id?: string;
  label: string;
  options: readonly { value: string; label: string }[];
  value?: string | undefined;
  hint?: ComponentChildren;
  error?: string | undefined;
}

/** A list to choose one from, with its label, hint and error. */
export function Select({ name, id = name, label, options, value, hint, error }: SelectProps): VNode {
  const [hintId, errorId] = [`${id}-aide`, `${id}-erreur`];
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean);
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={id}>{label}</label>
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
      <select
        id={id}
        name={name}
        aria-describedby={described.join(' ') || undefined}
        {...(error === undefined ? {} : { 'aria-invalid': 'true' as const })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
