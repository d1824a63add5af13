import type { StaffLang } from '../../../../web/kit/index.ts';
import type { Need } from '../../../../web/staff/index.ts';
import type { OpenLog } from '../open-log.ts';
import { LOG_TEXTS } from './texts.ts';

/** The log of publications is not whole: nothing waits longer. */
export function logNeeds({ checked }: Pick<OpenLog, 'checked'>, lang: StaffLang): Need[] {
  if (checked?.wrong === undefined) return [];
  return [
    {
      ...{ key: 'updates.log', count: 1, words: LOG_TEXTS[lang].need(), href: '/staff/updates/log' },
      ...{ level: 'red', asOf: checked.at },
    },
  ];
}
