import { EmptyState, Notice } from '../../../web/kit/index.ts';
import type { StaffSlots } from '../../../web/staff/index.ts';
import type { Campaign } from '../campaign/campaign.ts';
import { LoadForm } from './forms.tsx';
import { DEMO } from './texts.ts';

/** So many talks may be those of whoever looks around; with more people the demonstration is no longer offered unasked. */
const OWN_TRIES = 10;

/** Says on every page that what is seen is invented; offers the demonstration to an administrator who has nothing yet. */
export function demoSlots(campaign: Campaign, production: boolean): StaffSlots {
  return {
    async notice({ role }, lang) {
      const texts = DEMO[lang];
      const { state } = await campaign.look();
      if (state === 'none') return null;
      const busy = state === 'loading' || state === 'clearing';
      return (
        <Notice tone="warning">
          <p>
            {texts.notices[state]}{' '}
            {role === 'admin' ? <a href="/staff/demo">{busy ? texts.seeProgress : texts.clear}</a> : null}
          </p>
        </Notice>
      );
    },
    async overview({ person: { role }, frame }) {
      if (role !== 'admin' || production) return null;
      if ((await campaign.look()).state !== 'none') return null;
      const realPeople = await campaign.realPeople(OWN_TRIES + 1);
      if (realPeople > OWN_TRIES) return null;
      const texts = DEMO[frame.lang];
      return (
        <EmptyState title={texts.offerTitle}>
          <p>{texts.what}</p>
          <p>{texts.undo}</p>
          <LoadForm texts={texts} realPeople={realPeople} label={texts.load} />
        </EmptyState>
      );
    },
  };
}
