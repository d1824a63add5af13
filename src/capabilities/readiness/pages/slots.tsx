import { Notice } from '../../../web/kit/index.ts';
import type { StaffSlots } from '../../../web/staff/index.ts';
import type { Checking } from '../checklist.ts';
import { PREPARE } from './routes.tsx';
import { READY } from './texts.ts';

interface ReadinessSlotsDeps {
  checking: Checking;
  production: boolean;
  owner: string;
}

/** In production a banner stands above every page until all is done, or an administrator has said why not. */
export const readinessSlots = ({ checking, production, owner }: ReadinessSlotsDeps): StaffSlots => ({
  async notice({ org, role }, lang) {
    if (!production || org !== owner) return null;
    const { open, waiver } = (await checking.lately()).seen;
    if (open === 0 || waiver !== undefined) return null;
    const texts = READY[lang];
    return (
      <Notice tone="warning">
        <p>
          {texts.notice(open)} {PREPARE.includes(role) ? <a href="/staff/ready">{texts.see}</a> : null}
        </p>
      </Notice>
    );
  },
  async needs({ person: { org }, frame: { lang } }) {
    if (org !== owner) return [];
    const { seen, asOf } = await checking.lately();
    if (seen.waiver !== undefined) return [];
    return [
      {
        ...{ key: 'readiness.open', count: seen.open, words: READY[lang].need(seen.open), asOf },
        ...{ href: '/staff/ready', level: production ? 'amber' : 'calm' },
      },
    ];
  },
});
