import type { VNode } from 'preact';
import { Button, Notice, Select, StaffPage } from '../../../web/kit/index.ts';
import { REVEAL_REASONS } from '../desk/reveal.ts';
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
  const { reveal } = texts;
  return (
    <StaffPage {...ctx.frame} title={reveal.title} lead={reveal.lead} styles={volunteerStyles}>
      <p>
        <a href={eventPath(event)}>{texts.backToEvent}</a>
      </p>
      <form class="form" method="post" action={eventPath(event, `/people/${ticket}`)}>
        <Select
          name="reason"
          label={reveal.reason}
          error={error}
          options={[
            { value: '', label: reveal.choose },
            ...REVEAL_REASONS.map((value) => ({ value, label: reveal.reasons[value] })),
          ]}
        />
        <Button>{reveal.show}</Button>
      </form>
    </StaffPage>
  );
}

/** The name, once; leaving the page is forgetting it. */
export function RevealedPage({
  page,
  event,
  name,
}: Omit<RevealPageProps, 'ticket'> & { name: string | null }): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.reveal.title} lead={texts.reveal.lead} styles={volunteerStyles}>
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
