import type { ComponentChildren, VNode } from 'preact';
import { PublicNotice, type PublicLang } from '../../../../web/public/index.ts';

interface VerdictProps {
  lang: PublicLang;
  tone: 'success' | 'warning' | 'error' | 'info';
  children: ComponentChildren;
}

/** What a check says. A good one begins with its own "yes", so the notice's "done" is left out. */
export function Verdict({ lang, tone, children }: VerdictProps): VNode {
  if (tone !== 'success')
    return (
      <PublicNotice lang={lang} tone={tone}>
        {children}
      </PublicNotice>
    );
  return (
    <div class="notice notice-success">
      <div class="notice-words">{children}</div>
    </div>
  );
}
