import type { ComponentChildren, VNode } from 'preact';
import { Masked } from '../../../web/staff/index.ts';
import type { Thread } from '../ports.ts';
import {
  channelName,
  languageName,
  momentWords,
  numberWords,
  type Page,
  reasonWords,
  threadPath,
} from './page.ts';

/** What is known of the person without their name or number; those are masked until a reason is given. */
export function PersonPanel({ page, thread }: { page: Page; thread: Thread }): VNode {
  const { texts } = page;
  const { person } = texts;
  const { id, channel, lang, region, openedAt, reason, others } = thread;
  const facts: [string, ComponentChildren][] = [
    [person.channel, channelName(page, channel)],
    [person.language, languageName(page, lang)],
    [person.region, region?.name ?? person.unknown],
    [person.opened, momentWords(page, openedAt)],
    [person.reason, reasonWords(page, reason)],
    [person.identity, <Masked href={threadPath(id, '/identity')} what={texts.identity.what} />],
  ];
  return (
    <section class="panel" aria-labelledby="personne">
      <h2 id="personne">{person.title}</h2>
      <dl class="panel-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {others.length === 0 ? null : (
        <>
          <h3>{person.others}</h3>
          <ul>
            {others.map((other, index) => (
              <li key={other}>
                <a href={threadPath(other)}>{person.other(numberWords(page, index + 1))}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
