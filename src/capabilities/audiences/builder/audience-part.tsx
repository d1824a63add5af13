import type { VNode } from 'preact';
import { Button, Notice, useWords } from '../../../web/kit/index.ts';
import type { Field } from '../model/audience.ts';
import { AUDIENCE_WORDS } from '../pages/texts.ts';
import { AudienceBuilder, type BuilderProps } from './builder.tsx';
import { CountPanel, type CountPanelProps } from './count-panel.tsx';
import { audienceOf, type GroupDraft } from './draft.ts';
import { goneFrom, type Offers } from './offers.ts';
import type { BuildFault } from './read-built.ts';
import { COUNT_STEP, STEP_FIELD } from './read-form.ts';

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
  const { draft, offers, action } = builder;
  return (
    <div class="build">
      <div>
        <GoneNotice {...{ draft, offers, nameOf }} />
        <AudienceBuilder {...builder} error={fault === undefined ? undefined : faults[fault]} />
        <p class="count-now">
          <Button look="quiet" name={STEP_FIELD} value={COUNT_STEP}>
            {countNow}
          </Button>
        </p>
      </div>
      <CountPanel {...count} {...{ action, nameOf }} />
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
