import type { Choice } from '../../domain/message.ts';

type Numbered = Pick<Choice, 'digits' | 'label'>;

/**
 * A label with what may be typed for it before it (C7): who is told a number, or hears it, finds it. A label that begins
 * with that number itself needs none ("3", "3 : toujours").
 */
export function numbered({ digits, label }: Numbered): string {
  if (digits === undefined || new RegExp(`^${digits}(?!\\p{N})`, 'u').test(label)) return label;
  return `${digits}. ${label}`;
}

/**
 * Choices as lines where nothing can be pressed: each has its number, as there is no other way to choose it; one that no
 * slip may make has its code.
 */
export const listed = (choices: readonly Typed[]): string[] =>
  choices.map((choice, at) => numbered({ label: choice.label, digits: digitsOf(choice, at) }));

/** What is typed for a choice at this place of a list. On a scale from 0 it is not the place. */
export const digitsOf = ({ digits, code }: Omit<Typed, 'label'>, at: number): string =>
  digits ?? code ?? String(at + 1);

type Typed = Pick<Choice, 'digits' | 'code' | 'label'>;
