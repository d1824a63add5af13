import type { VNode } from 'preact';
import { Button, ButtonLink, StaffPage } from '../../../web/kit/index.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { countOf, eventPath, type Page, whenOf } from './page.ts';
import { volunteerStyles } from './styles.ts';

/** Asks once more before an activity is cancelled: it cannot be taken back. */
export function CancelPage({ page, event }: { page: Page; event: CountedEvent }): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.cancelTitle}
      lead={texts.cancelLead(countOf(page, event.inLine), event.inLine)}
      styles={volunteerStyles}
    >
      <p>
        <strong lang="fr">{event.title.fr}</strong>, {whenOf(page, event.starts)}
      </p>
      <form class="moves" method="post" action={eventPath(event, '/cancel')}>
        <Button look="danger">{texts.cancelYes}</Button>
        <ButtonLink look="quiet" href={eventPath(event)}>
          {texts.cancelNo}
        </ButtonLink>
      </form>
    </StaffPage>
  );
}
