import type { VNode } from 'preact';
import type { Voiced } from '../voiced.ts';
import type { Page } from './page.ts';

/** Where a text stands, in a word. */
export function State({ page: { texts }, text }: { page: Page; text: Pick<Voiced, 'state'> }): VNode {
  return <span class={`review review-${text.state}`}>{texts.states[text.state]}</span>;
}

/** Whether it can be heard, where it should be. */
export function VoiceMark({
  page: { texts },
  text,
}: {
  page: Page;
  text: Pick<Voiced, 'voice'>;
}): VNode | null {
  if (text.voice === 'unfit') return null;
  return <span class={`review voice-${text.voice}`}>{texts.voices[text.voice]}</span>;
}
