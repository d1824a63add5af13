import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import { fingerprintOf } from '../../../language/reviewing/index.ts';
import { Button, Notice, recordingScripts, StaffPage, TextArea } from '../../../web/kit/index.ts';
import { History } from './history.tsx';
import { State, VoiceMark } from './marks.tsx';
import { flowWords, languagePath, languageWords, textPath } from './page.ts';
import { problemWords } from './problem-words.ts';
import { languageStyles } from './styles.ts';
import type { TextPageProps } from './text-props.ts';
import { VoiceSection } from './voice-section.tsx';

/** One text: its French, its words, where they come from, its voice, and what was done to it. */
export function TextPage(props: TextPageProps): VNode {
  const { page, lang, text, next } = props;
  const { ctx, texts, fallback } = page;
  return (
    <StaffPage
      {...ctx.frame}
      title={`${flowWords(page, text.flow)} · ${text.key}`}
      styles={languageStyles}
      scripts={recordingScripts}
    >
      <p class="ways">
        <a href={languagePath(lang)}>{texts.backToTexts}</a>
        {next === undefined ? null : <a href={textPath(lang, next)}>{texts.next}</a>}
      </p>
      <p class="text-head">
        {lang === fallback ? null : <State page={page} text={text} />}
        <VoiceMark page={page} text={text} />
        {text.reviewed === undefined ? null : (
          <span class="soft">{texts.reviewedBy(text.reviewed.by, text.reviewed.on)}</span>
        )}
      </p>
      {text.where === '' ? null : (
        <p class="soft">
          {texts.labelled(texts.where)} <span lang={fallback}>{text.where}</span>
        </p>
      )}
      <h2>{texts.french}</h2>
      <p class="words" lang={fallback}>
        {text.french}
      </p>
      {lang === fallback ? <p class="soft">{texts.fromFiles}</p> : <Own {...props} />}
      <VoiceSection {...props} />
      {lang === fallback ? null : <History {...props} />}
    </StaffPage>
  );
}

function Own(props: TextPageProps): VNode {
  const { page, lang, text } = props;
  const { texts, edits } = page;
  return (
    <>
      <h2>{texts.now(languageWords(page, lang))}</h2>
      <p class="words" lang={text.state === 'kept' ? page.fallback : lang}>
        {text.text === '' ? texts.none : text.text}
      </p>
      <Notes title={texts.look} lines={text.doubts} lang={page.fallback} open />
      <Notes title={texts.from} lines={text.terms} lang={page.fallback} />
      <Outdated {...props} />
      {edits ? <Form {...props} /> : <p class="soft">{texts.readOnly}</p>}
    </>
  );
}

function Notes({
  title,
  lines,
  lang,
  open = false,
}: {
  title: string;
  lines: readonly string[];
  /** Of the lines. */
  lang: Lang;
  open?: boolean;
}): VNode | null {
  if (lines.length === 0) return null;
  return (
    <details class="notes" open={open}>
      <summary>{title}</summary>
      <ul lang={lang}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function Outdated({ page: { texts }, lang, text }: TextPageProps): VNode | null {
  if (text.outdated === undefined) return null;
  return (
    <Notice tone="warning">
      <p>
        <strong>{texts.labelled(texts.outdated)}</strong> <span lang={lang}>{text.outdated.text}</span>
      </p>
      <p>{texts.outdatedLead}</p>
    </Notice>
  );
}

function Form(props: TextPageProps): VNode {
  const { page, lang, text, typed, problems = [], changed = false, saved = false } = props;
  const { texts } = page;
  const hints = [
    text.placeholders.length === 0 ? '' : texts.keepThese(text.placeholders.join(' ')),
    text.max === undefined ? '' : texts.atMost(text.max),
    texts.letters,
  ];
  const wrong = problems.map((problem) => problemWords(problem, page.ctx.frame.lang)).join(' ');
  return (
    <form class="form form-wide" method="post" action={textPath(lang, text)} novalidate id="ecrire">
      {changed ? (
        <Notice tone="warning" live>
          <p>{texts.changed}</p>
          <p>
            {texts.labelled(texts.changedNow)} <span lang={lang}>{text.text}</span>
          </p>
          <p>{texts.changedHint}</p>
        </Notice>
      ) : null}
      {wrong === '' ? null : saved ? (
        <Notice tone="warning" live>
          <p>
            {texts.notice} {wrong}
          </p>
        </Notice>
      ) : (
        <Notice tone="error" live>
          <p>{texts.wrong}</p>
        </Notice>
      )}
      <input type="hidden" name="rev" value={text.rev} />
      <input type="hidden" name="seen" value={fingerprintOf(text.text)} />
      <TextArea
        name="text"
        label={texts.newText}
        hint={hints.filter((hint) => hint !== '').join(' ')}
        value={typed?.text ?? text.text}
        lang={lang}
        rows={Math.max(3, text.text.split('\n').length + 1)}
        error={wrong === '' || saved ? undefined : wrong}
      />
      <TextArea
        name="remark"
        label={texts.remark}
        hint={texts.remarkHint}
        value={typed?.remark ?? ''}
        rows={2}
        required={false}
      />
      <p class="ways">
        <Button name="state" value="reviewed">
          {texts.saveReviewed}
        </Button>
        <Button look="quiet" name="state" value="draft">
          {texts.saveDraft}
        </Button>
      </p>
    </form>
  );
}
