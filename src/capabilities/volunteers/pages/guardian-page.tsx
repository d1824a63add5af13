import type { VNode } from 'preact';
import { Button, Field, Select, StaffPage } from '../../../web/kit/index.ts';
import { CONSENT_WAYS, GUARDIANS } from '../volunteer/volunteer.ts';
import { countOf, type Page } from './page.ts';
import { volunteerStyles } from './styles.ts';

interface GuardianPageProps {
  page: Page;
  waiting: number;
  typed?: Readonly<Record<string, string>>;
  error?: string;
}

/** Records that a parent or guardian agrees, by the young person's code; nobody's name is asked for. */
export function GuardianPage({ page, waiting, typed = {}, error }: GuardianPageProps): VNode {
  const { ctx, texts } = page;
  const { guardians } = texts;
  return (
    <StaffPage {...ctx.frame} title={guardians.title} lead={guardians.lead} styles={volunteerStyles}>
      <p>{guardians.waitingOf(countOf(page, waiting), waiting)}</p>
      <form class="form" method="post" action="/staff/guardians" novalidate>
        <Field
          name="code"
          label={guardians.code}
          hint={guardians.codeHint}
          value={typed['code']}
          error={error}
          autocomplete="off"
        />
        <Select
          name="guardian"
          label={guardians.guardian}
          value={typed['guardian']}
          options={GUARDIANS.map((value) => ({ value, label: guardians.guardians[value] }))}
        />
        <Select
          name="way"
          label={guardians.way}
          value={typed['way']}
          options={CONSENT_WAYS.map((value) => ({ value, label: guardians.ways[value] }))}
        />
        <Button>{guardians.save}</Button>
      </form>
    </StaffPage>
  );
}
