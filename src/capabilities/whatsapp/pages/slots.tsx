import { Notice } from '../../../web/kit/index.ts';
import type { StaffSlots } from '../../../web/staff/index.ts';
import type { WhatsappLink } from '../link.ts';
import { LINK } from './texts.ts';

/** Says on every page of an administrator that nobody is answered on WhatsApp, and that only a person can mend it. */
export const linkSlots = (find: () => WhatsappLink | undefined): StaffSlots => ({
  async notice({ role }, lang) {
    const state = find()?.link().state;
    if (role !== 'admin' || (state !== 'unlinked' && state !== 'no_chromium')) return null;
    return (
      <Notice tone="warning">
        <p>
          {LINK[lang].notices[state]} <a href="/staff/whatsapp">{LINK[lang].noticeLink}</a>
        </p>
      </Notice>
    );
  },
});
