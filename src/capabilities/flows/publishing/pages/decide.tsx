import type { ComponentChildren, VNode } from 'preact';
import { Button, Notice, TextArea } from '../../../../web/kit/index.ts';
import type { EditionLine } from '../ports.ts';
import type { PublishingPage } from './page.ts';
import { whoPublished } from './who.ts';

/** What came of pressing the button, where nothing was published. */
export interface Refused {
  /** Of the fault, or `why` where the reason does not do. */
  code: string;
  /** What was typed as a reason. */
  typed: string;
}

interface DecideProps {
  page: PublishingPage;
  /** Where the form goes. */
  action: string;
  /** Of the look the page shows. */
  seen: string;
  flow?: string | undefined;
  refused?: Refused | undefined;
  title: string;
  button: string;
  children?: ComponentChildren;
}

/** The decision: for what was looked at on this page, and with a reason. */
export function Decide(props: DecideProps): VNode {
  const { page, action, seen, flow, refused, title, button, children } = props;
  const { words } = page;
  if (!page.publishes) return <p class="soft">{words.readOnly}</p>;
  return (
    <section aria-labelledby="decider">
      <h2 id="decider">{title}</h2>
      {children}
      <form class="form decide" method="post" action={action}>
        <input type="hidden" name="seen" value={seen} />
        {flow === undefined ? null : <input type="hidden" name="flow" value={flow} />}
        <TextArea
          name="why"
          label={words.why}
          hint={words.whyHint}
          rows={2}
          value={refused?.typed}
          error={refused?.code === 'why' ? words.whyWrong : undefined}
        />
        <Button>{button}</Button>
      </form>
    </section>
  );
}

/** Says that nothing was published and why, and who did what meanwhile. */
export function RefusedNotice({
  page,
  refused,
  last,
}: {
  page: PublishingPage;
  refused: Refused | undefined;
  last: EditionLine | undefined;
}): VNode | null {
  if (refused === undefined || refused.code === 'why') return null;
  const { words, figures } = page;
  return (
    <Notice tone="error" live>
      <p>
        <strong>{words.refusals[refused.code] ?? words.refused}</strong>
      </p>
      {last === undefined ? null : (
        <p>{words.lastEdition(last.n, whoPublished(page, last), figures.moment(last.at))}</p>
      )}
      <p>{words.lookAgain}</p>
    </Notice>
  );
}
