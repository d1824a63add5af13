import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { useWords } from './language-context.ts';
import { KIT } from './texts.ts';
import { PageTheme, THEMES } from './themes.ts';

interface ThemeSwitchProps {
  /** Path and query of the page shown, which it comes back to. */
  at: string;
}

const THEME_PATH = '/staff/site-theme';

/** Light, dark, or as the device says: one form, the choice in force said in words. */
export function ThemeSwitch({ at }: ThemeSwitchProps): VNode {
  const texts = useWords(KIT);
  const here = useContext(PageTheme) ?? 'device';
  return (
    <form class="languages themes" method="post" action={THEME_PATH} aria-label={texts.theme}>
      <input type="hidden" name="at" value={at} />
      <ul>
        {(['device', ...THEMES] as const).map((theme) => (
          <li key={theme}>
            {theme === here ? (
              <strong>{texts.themes[theme]}</strong>
            ) : (
              <button class="button button-quiet" type="submit" name="theme" value={theme}>
                {texts.themes[theme]}
              </button>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}
