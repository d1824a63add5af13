import type { VNode } from 'preact';
import { Button } from '../../../web/kit/index.ts';
import type { Step } from '../corrections-store.ts';
import { momentWords, textPath } from './page.ts';
import type { TextPageProps } from './text-props.ts';

/** What was done to a text, the newest first; every step can be gone back to. */
export function History({ page, lang, text, history, names }: TextPageProps): VNode | null {
  const { texts, edits } = page;
  if (history.length === 0) return null;
  return (
    <section>
      <h2>{texts.history}</h2>
      <ol class="steps">
        {history.map((step, nth) => (
          <li key={step.token}>
            <p>
              <strong>{texts.steps[step.what]}</strong>{' '}
              <span class="soft">
                {names.get(step.account) ?? texts.someone}, {momentWords(page, step.at)}
              </span>
            </p>
            {step.text === step.before ? null : <Words step={step} lang={lang} page={page} />}
            {step.remark === '' ? null : (
              <p>
                {texts.labelled(texts.remark)} {step.remark}
              </p>
            )}
            {edits && nth > 0 ? (
              <Back step={step.token} words={texts.restore} lang={lang} text={text} />
            ) : null}
          </li>
        ))}
      </ol>
      {edits && text.given !== text.text ? (
        <div>
          <p>
            {texts.labelled(texts.files)}{' '}
            <span lang={lang}>{text.given === '' ? texts.none : text.given}</span>
          </p>
          <Back step="files" words={texts.restoreFiles} lang={lang} text={text} />
        </div>
      ) : null}
    </section>
  );
}

function Words({
  step,
  lang,
  page: { texts },
}: { step: Step } & Pick<TextPageProps, 'page' | 'lang'>): VNode {
  return (
    <dl class="pair">
      <div>
        <dt>{texts.before}</dt>
        <dd lang={lang}>{step.before === '' ? texts.none : step.before}</dd>
      </div>
      <div>
        <dt>{texts.after}</dt>
        <dd lang={lang}>{step.text}</dd>
      </div>
    </dl>
  );
}

function Back({
  step,
  words,
  lang,
  text,
}: { step: string; words: string } & Pick<TextPageProps, 'lang' | 'text'>): VNode {
  return (
    <form method="post" action={textPath(lang, text, '/restore')}>
      <input type="hidden" name="rev" value={text.rev} />
      <input type="hidden" name="step" value={step} />
      <Button look="quiet">{words}</Button>
    </form>
  );
}
