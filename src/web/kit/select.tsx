import type { VNode } from 'preact';
import { Labelled, type Labels } from './labelled.tsx';

interface SelectProps extends Omit<Labels, 'required'> {
  /** Also the id of the list, unless `id` says otherwise. */
  name: string;
  id?: string;
  options: readonly { value: string; label: string }[];
  value?: string | undefined;
}

/** A list to choose one from, with its label, hint and error. */
export function Select({ name, id = name, options, value, ...labels }: SelectProps): VNode {
  return (
    <Labelled
      {...labels}
      id={id}
      control={(tied) => (
        <select {...tied} name={name}>
          {options.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    />
  );
}
