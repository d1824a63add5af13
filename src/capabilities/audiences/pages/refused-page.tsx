import type { VNode } from 'preact';
import { RefusedMove, type StaffFrame } from '../../../web/kit/index.ts';
import { LIST } from './edit-page.tsx';
import { audienceStyles } from './styles.ts';
import { AUDIENCE_WORDS } from './texts.ts';

/** Why nothing was copied or deleted. */
export function RefusedPage({ frame, code }: { frame: StaffFrame; code: string }): VNode {
  const texts = AUDIENCE_WORDS[frame.lang];
  return (
    <RefusedMove
      {...{ frame, styles: audienceStyles, last: undefined }}
      title={texts.refusedTitle}
      why={code === 'too_many' ? texts.faults.too_many : texts.changedSince}
      item={{ href: LIST, label: texts.back }}
    />
  );
}
