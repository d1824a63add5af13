import type { ComponentChildren, VNode } from 'preact';
import { langOf, plainly, type PublicLang, type Spoken } from './languages.ts';
import { PUBLIC } from './words.ts';

interface PublicNoticeProps {
  lang: PublicLang;
  tone: 'info' | 'success' | 'warning' | 'error';
  children: ComponentChildren;
}

/** A message in a public page. Its tone is said in words, since colour alone tells nothing to many readers. */
export function PublicNotice({ lang, tone, children }: PublicNoticeProps): VNode {
  const word = PUBLIC[lang].tones[tone];
  return (
    <div class={`notice notice-${tone}`}>
      <p class="notice-tone" lang={langOf(word)}>
        {plainly(word)}
      </p>
      <div class="notice-words">{children}</div>
    </div>
  );
}

/** Names and what they stand for. */
export const Facts = ({ rows }: { rows: readonly (readonly [Spoken, VNode])[] }): VNode => (
  <dl class="facts">
    {rows.map(([label, value]) => (
      <>
        <dt lang={langOf(label)}>{plainly(label)}</dt>
        <dd>{value}</dd>
      </>
    ))}
  </dl>
);
