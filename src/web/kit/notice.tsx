import type { ComponentChildren, VNode } from 'preact';
import { useWords } from './language-context.ts';
import { KIT } from './texts.ts';
import type { KitTexts } from './texts.fr.ts';

export type NoticeTone = 'info' | 'success' | 'warning' | 'error';

interface NoticeProps {
  tone: NoticeTone;
  /** Read aloud when the page opens or changes: errors at once, the rest when the reader is free. */
  live?: boolean;
  children: ComponentChildren;
}

/** A message in the page. Its tone is said in words, since colour alone tells nothing to many readers. */
export function Notice({ tone, live = false, children }: NoticeProps): VNode {
  const role = !live ? undefined : tone === 'error' ? 'alert' : 'status';
  return (
    <div class={`notice notice-${tone}`} role={role}>
      <p class="notice-tone">{toneWord(tone, useWords(KIT))}</p>
      <div class="notice-words">{children}</div>
    </div>
  );
}

function toneWord(tone: NoticeTone, texts: KitTexts): string {
  switch (tone) {
    case 'info':
      return texts.noticeInfo;
    case 'success':
      return texts.noticeSuccess;
    case 'warning':
      return texts.noticeWarning;
    case 'error':
      return texts.noticeError;
  }
}
