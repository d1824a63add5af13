import { ButtonLink, EmptyState, Notice } from '../../../web/kit/index.ts';
import type { StaffSlots } from '../../../web/staff/index.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { LoadForm } from './forms.tsx';
import { DEMO_FR } from './texts.fr.ts';

/** Says on every page that what is seen is invented; offers the demonstration to an administrator who has nothing yet. */
export function demoSlots(campaign: Campaign, production: boolean): StaffSlots {
  const texts = DEMO_FR;
  return {
    async notice({ role }) {
      const { state } = await campaign.look();
      if (state === 'none') return null;
      const busy = state === 'loading' || state === 'clearing';
      return (
        <Notice tone="warning">
          <p>{texts.notices[state]}</p>
          {role === 'admin' ? (
            <p>
              <ButtonLink href="/staff/demo" look="quiet">
                {busy ? texts.seeProgress : texts.clear}
              </ButtonLink>
            </p>
          ) : null}
        </Notice>
      );
    },
    async overview({ person: { role } }) {
      if (role !== 'admin' || production) return null;
      if ((await campaign.look()).state !== 'none' || (await campaign.realPeople()) > 0) return null;
      return (
        <EmptyState title={texts.offerTitle}>
          <p>{texts.what}</p>
          <p>{texts.undo}</p>
          <LoadForm texts={texts} realPeople={0} label={texts.load} />
        </EmptyState>
      );
    },
  };
}
