import type { VNode } from 'preact';
import type { Replayed } from '../simulator/replay.ts';
import type { Page } from './page.ts';

/** What a citizen does not see: the state of the talk, what would be saved, what happened. */
export function Inside({ page: { texts, figures }, played }: { page: Page; played: Replayed }): VNode {
  const saved = Object.entries(played.saved);
  const { session } = played;
  return (
    <section class="inside" aria-labelledby="dedans">
      <h2 id="dedans">{texts.inside}</h2>
      <h3>{texts.saved}</h3>
      {saved.length === 0 ? (
        <p class="soft">{texts.nothingSaved}</p>
      ) : (
        <dl>
          {saved.map(([name, value]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <h3>{texts.state_}</h3>
      <p class="soft">{session === null ? texts.noState : texts.bytes(figures.count(played.bytes))}</p>
      {session === null ? null : (
        <pre role="region" aria-label={texts.state_} tabIndex={0}>
          {JSON.stringify(session, null, 2)}
        </pre>
      )}
      <h3>{texts.events}</h3>
      {played.events.length === 0 ? (
        <p class="soft">{texts.noEvents}</p>
      ) : (
        <ul>
          {played.events.map((event, nth) => (
            <li key={nth}>
              <code>{JSON.stringify(event)}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
