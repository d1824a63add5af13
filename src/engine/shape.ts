/** What a call or an effect takes, the names under `with`; and of a call, what it brings. */
export interface Shape {
  takes: readonly string[];
  /** The fields of its record; none where it brings one plain value or a list. */
  gives?: readonly string[];
  /** It takes something for the person (a place, a ticket). */
  claims?: true;
}

/** What stands under a step's `with` and is not taken there, and what is missing. Nothing for a call that names no shape. */
export function misfits(
  name: string,
  shape: Shape | undefined,
  given: readonly string[],
): { field: string; code: string; message: string }[] {
  if (shape === undefined) return [];
  const takes = shape.takes.length === 0 ? 'nothing' : shape.takes.join(', ');
  const unknown = given
    .filter((field) => !shape.takes.includes(field))
    .map((field) => ({
      field,
      code: 'unknown_field',
      message: `Remove ${field}: ${name} takes ${takes}.`,
    }));
  const missing = shape.takes
    .filter((field) => !given.includes(field))
    .map((field) => ({
      field,
      code: 'missing_field',
      message: `Add ${field} under "with": ${name} takes ${takes}.`,
    }));
  return [...unknown, ...missing];
}
