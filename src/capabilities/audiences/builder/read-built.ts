import type { Audience } from '../model/audience.ts';
import { audienceOf, draftFault, type GroupDraft } from './draft.ts';
import { namesElsewhere } from './elsewhere.ts';
import { readDraft, readStep, STEP_FIELD } from './read-form.ts';
import { freshAfter, type Path, stepped } from './steps.ts';

/** What is wrong with conditions; the page has the words. */
export type BuildFault = 'unfilled' | 'too_big' | 'elsewhere';

/** The builder's part of a form, as it was sent. */
export interface Built {
  /** With the step of the button that was pressed. */
  draft: GroupDraft;
  /** A button of the builder was pressed: the form is shown again, and nothing is kept. */
  isStep: boolean;
  fresh?: Path | undefined;
  fault?: BuildFault | undefined;
  audience: Audience;
}

/** @param person who chooses: a coordinator names no place outside of their regions (T20) */
export function readBuilt(
  form: Readonly<Record<string, string>>,
  person: { regions?: readonly string[] },
): Built {
  const read = readDraft(form);
  const step = readStep(form);
  const draft = step === undefined ? read : stepped(read, step);
  return {
    ...{ draft, isStep: STEP_FIELD in form, fresh: freshAfter(draft, step), audience: audienceOf(draft) },
    fault: namesElsewhere(draft, person) ? 'elsewhere' : draftFault(draft),
  };
}
