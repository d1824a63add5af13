import type { VNode } from 'preact';
import { ButtonLink, StaffPage } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { DemoRecord, DemoState } from '../campaign/record.ts';
import { ClearForm, LoadForm } from './forms.tsx';
import { demoStyles } from './styles.ts';
import type { DemoTexts } from './texts.fr.ts';

export interface DemoPageProps {
  ctx: StaffContext;
  texts: DemoTexts;
  state: DemoState;
  record: DemoRecord | null;
  realPeople: number;
  production: boolean;
}

/** Where the demonstration stands, and what can be done about it. */
export function DemoPage(props: DemoPageProps): VNode {
  const { ctx, texts, state } = props;
  // The page itself says it; the notice of every page would say it twice.
  return (
    <StaffPage {...ctx.frame} notices={undefined} title={texts.title} lead={texts.lead} styles={demoStyles}>
      {state === 'loading' || state === 'clearing' ? <UnderWay {...props} /> : <AtRest {...props} />}
    </StaffPage>
  );
}

function UnderWay({ texts, state, record }: DemoPageProps): VNode {
  const percent = record === null ? 0 : Math.floor((100 * record.done) / Math.max(1, record.total));
  return (
    <section>
      <p>
        <label for="avancement">{texts.underWay(texts.states[state], percent)}</label>
      </p>
      <p>
        <progress id="avancement" class="demo-progress" max={100} value={percent} />
      </p>
      <p>
        {texts.refresh} <a href="/staff/demo">{texts.look}</a>
      </p>
    </section>
  );
}

function AtRest(props: DemoPageProps): VNode {
  const { texts, state } = props;
  return (
    <>
      <p>
        <strong>{texts.states[state]}</strong>
      </p>
      {state === 'loaded' ? (
        <p>
          <ButtonLink href="/staff">{texts.toOverview}</ButtonLink>
        </p>
      ) : (
        <Load {...props} />
      )}
      {state === 'none' ? null : (
        <section class="demo-part">
          <h2>{texts.clearTitle}</h2>
          <p>{texts.clearWhat}</p>
          <ClearForm texts={texts} />
        </section>
      )}
    </>
  );
}

function Load({ texts, state, realPeople, production }: DemoPageProps): VNode {
  if (production) return <p>{texts.production}</p>;
  return (
    <section class="demo-part">
      <p>{texts.what}</p>
      <p>{texts.undo}</p>
      <LoadForm texts={texts} realPeople={realPeople} label={state === 'none' ? texts.load : texts.again} />
    </section>
  );
}
