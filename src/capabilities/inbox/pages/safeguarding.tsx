import type { VNode } from 'preact';
import { Button, Field } from '../../../web/kit/index.ts';
import type { Red, SafeguardingCall, SafeguardingCard, Thread } from '../ports.ts';
import { RedMark } from './marks.tsx';
import { numberWords, type Page, spanWords, threadPath } from './page.ts';

/** What to do when somebody may come to harm: in this order, whom to call, how soon; and the way out of the red queue. */
export function Safeguarding({ page, thread, red }: { page: Page; thread: Thread; red: Red }): VNode {
  const { texts, now } = page;
  const { safeguard } = texts;
  return (
    <section class="safeguard" aria-labelledby="danger-titre">
      <h2 id="danger-titre">{safeguard.title}</h2>
      <p>
        <RedMark page={page} red={red} /> {texts.redSince(spanWords(page, red.since, now))}
      </p>
      <p>{safeguard.lead}</p>
      <div class="safeguard-cards">
        {thread.cards.map((card) => (
          <Card key={card.kind} page={page} card={card} />
        ))}
      </div>
      {/* What is open, and typed in it, stays when the page is brought up to date. */}
      <details hx-morph-skip>
        <summary>{safeguard.calm}</summary>
        <CalmForm page={page} id={thread.id} />
      </details>
    </section>
  );
}

/** @param typed what was typed before, where it was refused */
export function CalmForm({
  page,
  id,
  typed,
  error,
}: {
  page: Page;
  id: string;
  typed?: string;
  error?: string;
}): VNode {
  const { safeguard } = page.texts;
  return (
    <form class="panel-form" method="post" action={threadPath(id, '/calm')}>
      <Field
        name="why"
        label={safeguard.calmLabel}
        hint={safeguard.calmHint}
        value={typed}
        error={error}
        autocomplete="off"
      />
      <Button look="quiet">{safeguard.calm}</Button>
    </form>
  );
}

function Card({ page, card }: { page: Page; card: SafeguardingCard }): VNode {
  const { safeguard } = page.texts;
  const lang = cardLang(page);
  return (
    <article class="safeguard-card">
      <h3>{card.title[lang]}</h3>
      <h4>{safeguard.todo}</h4>
      <ol>
        {card.todo[lang].map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h4>{safeguard.call}</h4>
      <ul>
        {card.call.map((call) => (
          <li key={call.who[lang]}>
            <strong>{call.who[lang]}</strong>
            {clockWords(page, call)}
          </li>
        ))}
      </ul>
    </article>
  );
}

function clockWords(page: Page, { ackMin, actMin }: SafeguardingCall): string {
  const { safeguard } = page.texts;
  const words = [
    ackMin === null ? [] : safeguard.ack(numberWords(page, ackMin)),
    actMin === null ? [] : safeguard.act(numberWords(page, actMin)),
  ].flat();
  const both = new Intl.ListFormat(page.ctx.frame.lang);
  return words.length === 0 ? '' : ` (${both.format(words)})`;
}

const cardLang = ({ ctx }: Page): 'fr' | 'en' => (ctx.frame.lang === 'fr' ? 'fr' : 'en');
