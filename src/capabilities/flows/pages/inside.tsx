import type { VNode } from 'preact';
import { useWords } from '../../../web/kit/index.ts';
import { OnChannels } from './trying/on-channels.tsx';
import { TRYING } from './trying/texts.ts';
import type { Trial } from './trying/trial.ts';
import { WhyList } from './trying/why.tsx';

/** What a citizen does not see: why, what each channel makes of it, what would be saved, the state of the talk. */
export function Inside({ trial }: { trial: Trial }): VNode {
  const { page, played, previews, lang } = trial;
  const { texts, figures } = page;
  const words = useWords(TRYING);
  const saved = Object.entries(played.saved);
  const { session } = played;
  const last = played.turns.at(-1);
  return (
    <section class="inside" aria-labelledby="dedans">
      <h2 id="dedans">{texts.inside}</h2>
      <h3>{words.why}</h3>
      <WhyList page={page} why={last?.why ?? []} lang={last?.said[0]?.lang ?? lang} />
      <h3>{words.onChannels}</h3>
      <OnChannels {...{ page, previews }} said={last?.bubbles ?? []} caption={words.onChannels} />
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
      <Copied trial={trial} />
    </section>
  );
}

/** The talk as a test of its flow. */
function Copied({ trial: { testCase, played } }: { trial: Trial }): VNode | null {
  const words = useWords(TRYING);
  if (played.turns.length === 0) return null;
  return (
    <details class="copied">
      <summary>{words.copy}</summary>
      {testCase === null ? (
        <p class="soft">{words.noCase}</p>
      ) : (
        <>
          <p class="soft">{words.copyHint(testCase.flow)}</p>
          <textarea readOnly rows={10} aria-label={words.testCase} spellcheck={false}>
            {testCase.text}
          </textarea>
        </>
      )}
    </details>
  );
}
