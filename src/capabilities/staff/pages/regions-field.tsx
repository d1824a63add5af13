import type { VNode } from 'preact';
import { REGION_LIST } from '../../../language/index.ts';

interface RegionsFieldProps {
  label: string;
  hint: string;
  /** Slugs. */
  chosen: readonly string[];
  error?: string | undefined;
}

/** The regions of a coordinator, each a box with a field of its own: a field sent twice is refused by the frame. */
export function RegionsField({ label, hint, chosen, error }: RegionsFieldProps): VNode {
  return (
    <fieldset
      class="account-regions"
      aria-describedby={error === undefined ? 'regions-aide' : 'regions-erreur'}
    >
      <legend>{label}</legend>
      <p class="field-hint" id="regions-aide">
        {hint}
      </p>
      {error === undefined ? null : (
        <p class="field-error" id="regions-erreur">
          {error}
        </p>
      )}
      {REGION_LIST.map(({ slug, name }) => (
        <label key={slug}>
          <input type="checkbox" name={fieldOf(slug)} value="yes" checked={chosen.includes(slug)} /> {name}
        </label>
      ))}
    </fieldset>
  );
}

/** The regions a form has ticked; a name of no region is not looked at. */
export const readRegions = (form: Readonly<Record<string, string>>): string[] =>
  REGION_LIST.map(({ slug }) => slug).filter((slug) => form[fieldOf(slug)] === 'yes');

/** For the audit, in two fields: all twenty are longer than one may be. */
export const regionsDetail = (regions: readonly string[] | undefined): Record<string, string> => ({
  ...(regions === undefined || regions.length === 0 ? {} : { regions: regions.slice(0, 10).join('+') }),
  ...(regions === undefined || regions.length <= 10 ? {} : { more: regions.slice(10).join('+') }),
});

const fieldOf = (slug: string): string => `region_${slug}`;
