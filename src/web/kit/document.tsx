import type { ComponentChildren, VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { directionOf } from '../../domain/language.ts';
import type { Asset } from './assets.ts';
import { kitStyles } from './styles.ts';
import { PageTheme } from './themes.ts';

interface DocumentProps {
  title: string;
  /** Where it is in another language than the page. */
  titleLang?: string | undefined;
  /** BCP 47 tag of the page's words. */
  lang: string;
  styles?: readonly Asset[];
  scripts?: readonly Asset[];
  /** Where no script runs, the browser looks again after so many seconds. */
  againUnscripted?: number;
  children: ComponentChildren;
}

/** `<html>` and its head. Scripts are deferred and never inline: the policy refuses inline code and styles. */
export function Document(props: DocumentProps): VNode {
  const { title, titleLang, lang, styles = [], scripts = [], againUnscripted, children } = props;
  const theme = useContext(PageTheme);
  return (
    <html lang={lang} dir={directionOf(lang) === 'rtl' ? 'rtl' : undefined} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme ?? 'light dark'} />
        <meta name="robots" content="noindex, nofollow" />
        <title lang={titleLang}>{title}</title>
        {againUnscripted === undefined ? null : (
          <noscript>
            <meta http-equiv="refresh" content={String(againUnscripted)} />
          </noscript>
        )}
        <link rel="icon" href="data:," />
        {[kitStyles, ...styles].map((style) => (
          <link key={style.href} rel="stylesheet" href={style.href} />
        ))}
        {scripts.map((script) => (
          <script key={script.href} src={script.href} defer />
        ))}
      </head>
      <body>{children}</body>
    </html>
  );
}
