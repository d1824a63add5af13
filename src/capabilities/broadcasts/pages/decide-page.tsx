import type { VNode } from 'preact';
import { Button, Notice, StaffPage, TextArea } from '../../../web/kit/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { comesUp } from '../model/lifecycle.ts';
import { itemPath, momentWords, type Page } from './page.ts';
import type { Pages } from './pages.ts';
import { Previews, type Told } from './previews.tsx';
import { broadcastStyles } from './styles.ts';

export interface DecidePageProps {
  page: Page;
  broadcast: Broadcast;
  move: 'approve' | 'launch';
  /** Launched ones that say the same within the hour: it is asked first. */
  alike: readonly Broadcast[];
  ready: VNode;
  told: Told;
  asSms: Pages['asSms'];
  /** What was typed as a reason to send it back, and refused. */
  reason?: string | undefined;
}

/** The last look before it goes out: what everybody will read, who gets it, and the hash of all that with the decision. */
export function DecidePage({
  page,
  broadcast,
  move,
  alike,
  ready,
  told,
  asSms,
  reason,
}: DecidePageProps): VNode {
  const { ctx, texts } = page;
  const [title, lead] =
    move === 'approve' ? [texts.approveTitle, texts.approveLead] : [texts.launchTitle, texts.launchLead];
  const submit = move === 'approve' ? texts.approveSubmit : texts.launchSubmit;
  return (
    <StaffPage {...ctx.frame} title={title} lead={lead} styles={broadcastStyles}>
      <p>
        <a href={itemPath(broadcast)}>{texts.backToItem}</a>
      </p>
      <p>
        <strong>{broadcast.name}</strong>
      </p>
      <Previews page={page} told={told} asSms={asSms} />
      {ready}
      <Alike page={page} alike={alike} />
      <form class="form decide" method="post" action={itemPath(broadcast, `/${move}`)}>
        <input type="hidden" name="seen" value={broadcast.hash} />
        {alike.length === 0 ? null : <input type="hidden" name="encore" value="oui" />}
        <Button>{alike.length === 0 ? submit : texts.alikeSubmit}</Button>
      </form>
      {comesUp(broadcast, 'reject') && move === 'approve' ? (
        <SendBack page={page} broadcast={broadcast} reason={reason} />
      ) : null}
    </StaffPage>
  );
}

function Alike({ page, alike }: Pick<DecidePageProps, 'page' | 'alike'>): VNode | null {
  const { texts } = page;
  if (alike.length === 0) return null;
  return (
    <Notice tone="warning" live>
      <p>
        <strong>{texts.alikeTitle}</strong>
      </p>
      {alike.map((other) => (
        <p key={other.id}>
          <a href={itemPath(other)}>
            {texts.alike(other.name, momentWords(page, other.due ?? other.changedAt))}
          </a>
        </p>
      ))}
      <p>{texts.alikeWhy}</p>
    </Notice>
  );
}

function SendBack({
  page: { texts },
  broadcast,
  reason,
}: Pick<DecidePageProps, 'page' | 'broadcast' | 'reason'>): VNode {
  return (
    <section aria-labelledby="renvoyer">
      <h2 id="renvoyer">{texts.rejectTitle}</h2>
      <form class="form" method="post" action={itemPath(broadcast, '/reject')}>
        <input type="hidden" name="seen" value={broadcast.hash} />
        <TextArea
          name="reason"
          rows={3}
          label={texts.rejectReason}
          hint={texts.rejectHint}
          value={reason}
          error={reason === undefined ? undefined : texts.reasonMissing}
        />
        <Button look="danger">{texts.rejectSubmit}</Button>
      </form>
    </section>
  );
}
