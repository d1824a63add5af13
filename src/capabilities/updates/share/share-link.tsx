import type { VNode } from 'preact';
import { useWords } from '../../../web/kit/index.ts';
import type { Update } from '../model/update.ts';
import { SHARE } from './texts.ts';

/** From an item that is out to what there is to share of it. */
export function ShareLink({ update }: { update: Pick<Update, 'id' | 'number'> }): VNode | null {
  const { link } = useWords(SHARE);
  return update.number === undefined ? null : (
    <p>
      <a href={`/staff/updates/${update.id}/share`}>{link}</a>
    </p>
  );
}
