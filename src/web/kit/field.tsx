import type { VNode } from 'preact';
import { Labelled, type Labels } from './labelled.tsx';

interface FieldProps extends Labels {
  /** Also the id of the input, unless `id` says otherwise. */
  name: string;
  id?: string;
  type?: 'text' | 'email' | 'password' | 'search' | 'date' | 'datetime-local' | 'time' | 'number';
  value?: string | undefined;
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'email' | 'search';
  maxLength?: number;
  /** The first field of a page whose only purpose is its form. */
  autofocus?: boolean;
}

/** An input with its label, hint and error, tied together for screen readers. */
export function Field({ type = 'text', ...props }: FieldProps): VNode {
  const { name, id = name, value, required = true, autocomplete, inputMode, maxLength, autofocus } = props;
  return (
    <Labelled
      {...props}
      id={id}
      control={(tied) => (
        <input
          {...tied}
          name={name}
          type={type}
          required={required}
          {...(value === undefined ? {} : { value })}
          {...(autocomplete === undefined ? {} : { autocomplete })}
          {...(inputMode === undefined ? {} : { inputMode })}
          {...(maxLength === undefined ? {} : { maxLength })}
          {...(autofocus === true ? { autofocus } : {})}
        />
      )}
    />
  );
}
