import type { VNode } from 'preact';
import { STAFF, type StaffContext } from '../../../web/staff/index.ts';
import { type Facts, type Line, missingRoles } from '../lines.ts';
import { READY } from './texts.ts';

interface DetailProps {
  ctx: StaffContext;
  line: Line;
  facts: Facts;
}

/** What stands behind a line: its figures, how it is mended, and where. */
export function Detail(props: DetailProps): VNode {
  const { words, to } = detailOf(props);
  return (
    <p>
      {words} {to === undefined ? null : <a href={to.href}>{to.label}</a>}
    </p>
  );
}

interface Told {
  words: string;
  to?: { href: string; label: string };
}

function detailOf({ ctx, line, facts }: DetailProps): Told {
  const { lang } = ctx.frame;
  const texts = READY[lang];
  const count = (n: number): string => new Intl.NumberFormat(lang).format(n);
  const { core } = facts;
  const textsOf = (show: string) => ({ href: `/staff/language/bm?show=${show}`, label: texts.toTexts });
  switch (line) {
    case 'reviewed':
      return { words: texts.reviewedOf(count(core.open), count(core.texts)), to: textsOf('unreviewed') };
    case 'voices':
      return { words: texts.voicesOf(count(core.voiceless), count(core.texts)), to: textsOf('voiceless') };
    case 'roster': {
      const missing = missingRoles(facts).map((role) => STAFF[lang].roles[role]);
      const words = missing.length === 0 ? texts.rosterHow : texts.rosterOf(missing.join(', '));
      return { words, to: { href: '/staff/accounts', label: texts.toAccounts } };
    }
    case 'channel': {
      const words =
        facts.channels.length === 0 ? texts.channelHow : texts.channelOf(facts.channels.join(', '));
      return { words, to: { href: '/staff/channels', label: texts.toChannels } };
    }
    case 'address':
      return { words: texts.addressOf(facts.publicUrl) };
    case 'keys':
      return { words: texts.keysHow, to: { href: '/staff/keys', label: texts.toKeys } };
    case 'backups':
      return { words: texts.backupsHow, to: { href: '/staff/keys', label: texts.toKeys } };
    case 'consent':
      return {
        words: texts.consentHow,
        to: { href: '/staff/language/bm?show=all&flow=accueil', label: texts.toConsent },
      };
    case 'reviewer':
      return { words: texts.reviewerHow, to: textsOf('unreviewed') };
    case 'test_group':
      return { words: texts.groupHow };
    case 'demo':
      return { words: texts.demoHow, to: { href: '/staff/demo', label: texts.toDemo } };
  }
}
