import type { VNode } from 'preact';
import { Notice, StaffPage } from '../../../web/kit/index.ts';
import { RevealForm } from '../../../web/staff/index.ts';
import type { CountedEvent } from '../events/events-store.ts';
import { eventPath, type Page } from './page.ts';
import { volunteerStyles } from './styles.ts';

export interface RevealPageProps {
  page: Page;
  event: CountedEvent;
  ticket: number;
  error?: string;
}

/** Asks for the reason before a name is shown (T23). */
export function RevealPage({ page, event, ticket, error }: RevealPageProps): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.reveal.title} styles={volunteerStyles}>
      <p>
        <a href={eventPath(event)}>{texts.backToEvent}</a>
      </p>
      <RevealForm action={eventPath(event, `/people/${ticket}`)} typed={ctx.form} error={error} />
    </StaffPage>
  );
}

/** The name, for as long as the look is open. */
export function RevealedPage({
  page,
  event,
  name,
}: Omit<RevealPageProps, 'ticket'> & { name: string | null }): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.reveal.title} styles={volunteerStyles}>
      <p>
        <a href={eventPath(event)}>{texts.backToEvent}</a>
      </p>
      {name === null ? (
        <Notice tone="info">
          <p>{texts.reveal.gone}</p>
        </Notice>
      ) : (
        <>
          <p>{texts.reveal.shown}</p>
          <p class="revealed">{name}</p>
        </>
      )}
    </StaffPage>
  );
}
