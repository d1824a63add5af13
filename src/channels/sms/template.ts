/** What a template may name between braces. */
export const PLACEHOLDERS = ['to', 'to_digits', 'from', 'text', 'id', 'part', 'parts', 'coding'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Filling = Readonly<Record<Placeholder, string>>;

/** A template with its placeholders filled. */
export type Template = (filling: Filling) => string;

/** How a filled-in value is written, so that it can never mean anything to what reads it (T13). */
type Escape = (value: string) => string;

/**
 * `{name}` stands for a value, as it is written in that place. Other braces are what they are.
 * @param among the placeholders this place may have
 * @returns the name of a placeholder there is none of, where the template has one
 */
export function compileTemplate(
  template: string,
  escape: Escape,
  among: readonly Placeholder[] = PLACEHOLDERS,
): Template | { unknown: string } {
  const named = (name: string): Placeholder | undefined => among.find((each) => each === name);
  const unknown = Array.from(template.matchAll(PLACES), ([, name = '']) => name).find((name) => !named(name));
  if (unknown !== undefined) return { unknown };
  return (filling) =>
    template.replace(PLACES, (whole, name: string) => {
      const placeholder = named(name);
      return placeholder === undefined ? whole : escape(filling[placeholder]);
    });
}

const PLACES = /\{([a-z_]+)\}/gu;

/** In an address, and in the fields of a form. */
export const inUrl: Escape = (value) => encodeURIComponent(value);

/** Between the quotation marks of a JSON string. */
export const inJson: Escape = (value) => JSON.stringify(value).slice(1, -1);
