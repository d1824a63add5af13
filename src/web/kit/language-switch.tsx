import type { VNode } from 'preact';
import { useLang, useWords } from './language-context.ts';
import { STAFF_LANGS, type StaffLang } from './languages.ts';
import { KIT } from './texts.ts';

/** Where the choice is posted to, and the page it comes back to. */
export interface LanguageChoice {
  action: string;
  /** Path and query of the page shown. */
  at: string;
}

/** Each language under its own name, so that whoever landed in the wrong one finds theirs. */
export function LanguageSwitch({ action, at }: LanguageChoice): VNode {
  const here = useLang();
  return (
    <form class="languages" method="post" action={action} aria-label={useWords(KIT).language}>
      <input type="hidden" name="at" value={at} />
      <ul>
        {STAFF_LANGS.map((lang) => (
          <li key={lang} lang={lang}>
            {lang === here ? (
              <strong>{NAMES[lang]}</strong>
            ) : (
              <button class="button button-quiet" type="submit" name="lang" value={lang}>
                {NAMES[lang]}
              </button>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}

const NAMES: Readonly<Record<StaffLang, string>> = { fr: 'Français', 'en-GB': 'English' };
