import type { VNode } from 'preact';
import type { CompiledFlow, CompiledStep } from '../../../engine/flow-set.ts';
import { isSignpost } from '../../../engine/graph/flow-graph.ts';
import { kindOf, nameOf } from '../map/map-words.ts';
import type { Page } from './page.ts';
import { type StepText, type TextInLang, textsOf } from './texts-of.ts';

/** Each step with its texts in every language and where their review stands; the map leads here. */
export function TextList({ page, flow }: { page: Page; flow: CompiledFlow }): VNode {
  return (
    <section aria-labelledby="textes">
      <h2 id="textes">{page.texts.reviewTitle}</h2>
      <ul class="step-texts">
        {flow.steps
          .filter((step) => !isSignpost(step))
          .map((step) => (
            <Step key={step.key} page={page} step={step} />
          ))}
      </ul>
    </section>
  );
}

function Step({ page, step }: { page: Page; step: CompiledStep }): VNode {
  const { mapTexts, speaker } = page;
  const texts = textsOf(step, speaker);
  const title = (
    <>
      <strong>{nameOf(step, mapTexts)}</strong> <span class="soft">{kindOf(step, mapTexts)}</span>
    </>
  );
  if (texts.length === 0) return <li id={`texte-${step.key}`}>{title}</li>;
  return (
    <li id={`texte-${step.key}`}>
      <details>
        <summary>
          {title} <States page={page} texts={texts} />
        </summary>
        {texts.map((text) => (
          <dl key={text.key.key}>
            {text.langs.map((one) => (
              <Words key={one.lang} page={page} one={one} />
            ))}
          </dl>
        ))}
      </details>
    </li>
  );
}

/** The weakest state of each language: what is still to be done. */
function States({ page: { texts }, texts: all }: { page: Page; texts: readonly StepText[] }): VNode {
  const open = ORDER.find((state) => all.some(({ langs }) => langs.some((one) => one.state === state)));
  const state = open ?? 'reviewed';
  return <span class={`review review-${state}`}>{texts[state]}</span>;
}

const ORDER = ['absent', 'kept', 'draft', 'published'] as const;

function Words({ page: { texts }, one }: { page: Page; one: TextInLang }): VNode {
  return (
    <div>
      <dt>
        {texts.languages[one.lang] ?? one.lang}{' '}
        <span class={`review review-${one.state}`}>{texts[one.state]}</span>
      </dt>
      <dd lang={one.state === 'kept' ? 'fr' : one.lang} dir="auto">
        {one.text ?? '–'}
      </dd>
    </div>
  );
}
