import type { ComponentChildren, VNode } from 'preact';
import { LIVE_HEADER } from '../../../web/kit/index.ts';
import { pathName, STEP_FIELD } from './read-form.ts';
import type { Path } from './steps.ts';

/** The form a builder stands in carries this id, so that what is typed anywhere in it is counted anew. */
export const BUILDER_FORM = 'formulaire';
export const BUILDER = 'constructeur';
export const COUNT = 'compte';

interface StepButtonProps {
  do: 'ajouter' | 'groupe' | 'retirer';
  path: Path;
  action: string;
  children: ComponentChildren;
}

/** Sends the form for one step. With scripts the builder and the count alone are fetched, and put in their places. */
export function StepButton({ do: what, path, action, children }: StepButtonProps): VNode {
  const value = `${what} ${pathName(path)}`;
  return (
    <button
      id={value.replace(' ', '-')}
      class="button button-quiet"
      type="submit"
      name={STEP_FIELD}
      value={value}
      formNoValidate
      hx-post={action}
      hx-target={`#${BUILDER}`}
      hx-select={`#${BUILDER}`}
      hx-select-oob={`#${COUNT}:outerMorph`}
      hx-swap="outerHTML"
      hx-headers={`${LIVE_HEADER}:1`}
    >
      {children}
    </button>
  );
}
