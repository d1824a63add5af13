import type { VNode } from 'preact';
import { Notice, useLang, useWords } from '../../kit/index.ts';
import { KEYS } from './texts.ts';

/** Where a person keeps their own account; the one page that opens without the key a role owes. */
export const OWN_ACCOUNT = '/staff/me';

/** Stands above every page of whoever owes a key. */
export function KeyNotice({ until }: { until: number }): VNode {
  const texts = useWords(KEYS);
  const lang = useLang();
  const day = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'Africa/Bamako' }).format(until);
  return (
    <Notice tone="warning">
      <p>
        {texts.due(day)} <a href={`${OWN_ACCOUNT}#cles`}>{texts.dueLink}</a>
      </p>
    </Notice>
  );
}
