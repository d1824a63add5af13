import type { VNode } from 'preact';
import { Button, LIVE_HEADER, Notice, useWords } from '../../../web/kit/index.ts';
import type { Field } from '../model/audience.ts';
import { AUDIENCE_WORDS } from '../pages/texts.ts';
import { AudienceBuilder, type BuilderProps } from './builder.tsx';
import { CountPanel, type CountPanelProps } from './count-panel.tsx';
import { audienceOf, type GroupDraft } from './draft.ts';
import { goneFrom, type Offers } from './offers.ts';
import type { BuildFault } from './read-built.ts';
import { COUNT_STEP, STEP_FIELD } from './read-form.ts';
import { BUILDER_FORM, COUNT } from './step-button.tsx';

/** A count and what stands around it; the form says where it is posted to. */
export type Counted = Pick<CountPanelProps, 'counts' | 'smallest' | 'words'>;

export interface AudiencePartProps extends Omit<BuilderProps, 'error'> {
  fault?: BuildFault | undefined;
  count: Counted;
  nameOf: (field: Field, value: string) => string;
}

/** The builder and, beside it, its count: what stands in the form `BUILDER_FORM` of a page with `liveScripts`. */
export function AudiencePart({ fault, count, nameOf, ...builder }: AudiencePartProps): VNode {
  const { faults, countNow } = useWords(AUDIENCE_WORDS);
  const { draft, offers } = builder;
  return (
    // What is put in anew listens to nothing: a tick would be lost that comes while an answer arrives.
    <div
      class="build"
      hx-post={builder.action}
      hx-vals={`${STEP_FIELD}:${COUNT_STEP}`}
      hx-trigger={`change from:#${BUILDER_FORM} delay:400ms`}
      hx-sync="this:replace"
      hx-target={`#${COUNT}`}
      hx-select={`#${COUNT}`}
      hx-swap="outerMorph"
      hx-headers={`${LIVE_HEADER}:1`}
    >
      <div>
        <GoneNotice {...{ draft, offers, nameOf }} />
        <AudienceBuilder {...builder} error={fault === undefined ? undefined : faults[fault]} />
        <p class="count-now">
          <Button look="quiet" name={STEP_FIELD} value={COUNT_STEP}>
            {countNow}
          </Button>
        </p>
      </div>
      <CountPanel {...count} nameOf={nameOf} />
    </div>
  );
}

/** What an audience names that cannot be chosen any more. */
function GoneNotice({
  draft,
  offers,
  nameOf,
}: {
  draft: GroupDraft;
  offers: Offers;
  nameOf: AudiencePartProps['nameOf'];
}): VNode | null {
  const texts = useWords(AUDIENCE_WORDS);
  const gone = goneFrom(audienceOf(draft), offers);
  if (gone.length === 0) return null;
  const named = gone.map(({ field, value }) => `${nameOf(field, value)} (${texts.fields[field]})`);
  return (
    <Notice tone="warning">
      <p>{texts.goneValues(named.join(', '))}</p>
      <p>{texts.goneWhy}</p>
    </Notice>
  );
}
