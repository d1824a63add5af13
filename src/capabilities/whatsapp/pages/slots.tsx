import { Notice } from '../../../web/kit/index.ts';
import type { StaffSlots } from '../../../web/staff/index.ts';
import type { WhatsappLink } from '../link.ts';
import { LINK_FR } from './texts.fr.ts';

/** Says on every page of an administrator that nobody is answered on WhatsApp, and that only a person can mend it. */
export const linkSlots = (find: () => WhatsappLink | undefined): StaffSlots => ({
  async notice({ role }) {
    const state = find()?.link().state;
    if (role !== 'admin' || (state !== 'unlinked' && state !== 'no_chromium')) return null;
    return (
      <Notice tone="warning">
        <p>
          {LINK_FR.notices[state]} <a href="/staff/whatsapp">{LINK_FR.noticeLink}</a>
        </p>
      </Notice>
    );
  },
});
