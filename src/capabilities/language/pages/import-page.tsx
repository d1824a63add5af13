import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import { type Decided, isError, type Problem } from '../../../language/reviewing/index.ts';
import { Button, Field, Notice, StaffPage, useLang } from '../../../web/kit/index.ts';
import { languagePath, languageWords, type Page, textPath } from './page.ts';
import { problemWords } from './problem-words.ts';
import { languageStyles } from './styles.ts';

interface ImportPageProps {
  page: Page;
  lang: Lang;
  /** No file was chosen. */
  missing?: boolean;
  done?: Decided & { how: 'try' | 'take' };
}

/** A file of corrections comes back: what it would change, what it changed, and what is wrong with it, line by line. */
export function ImportPage({ page, lang, missing = false, done }: ImportPageProps): VNode {
  const { ctx, texts } = page;
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.titleFor(texts.importTitle, languageWords(page, lang))}
      lead={texts.importLead}
      styles={languageStyles}
    >
      <p class="ways">
        <a href={languagePath(lang)}>{texts.backToTexts}</a>
      </p>
      {missing ? (
        <Notice tone="error" live>
          <p>{texts.importNone}</p>
        </Notice>
      ) : null}
      {done === undefined ? null : <Done page={page} lang={lang} done={done} />}
      <form
        class="form"
        method="post"
        action={languagePath(lang, '/import')}
        enctype="multipart/form-data"
        novalidate
      >
        <div class="field">
          <label for="file">{texts.importFile}</label>
          <input id="file" type="file" name="file" accept=".xlsx,.po" />
        </div>
        <Field name="by" label={texts.importBy} hint={texts.importByHint} required={false} maxLength={80} />
        <p class="ways">
          <Button look="quiet" name="how" value="try">
            {texts.importTry}
          </Button>
          <Button name="how" value="take">
            {texts.importTake}
          </Button>
        </p>
      </form>
    </StaffPage>
  );
}

function Done({ page, lang, done }: Required<Pick<ImportPageProps, 'page' | 'lang' | 'done'>>): VNode {
  const { texts } = page;
  const { changes, problems, untouched, how } = done;
  const errors = problems.filter(isError);
  const warnings = problems.filter((problem) => !isError(problem));
  return (
    <section>
      <Notice tone={errors.length > 0 ? 'warning' : 'success'} live>
        <p>{how === 'try' ? texts.tried(changes.length) : texts.taken(changes.length)}</p>
        <p>{texts.untouched(untouched)}</p>
      </Notice>
      <Problems title={texts.refusedLines(errors.length)} problems={errors} lang={lang} />
      <Problems title={texts.warnedLines(warnings.length)} problems={warnings} lang={lang} />
      {changes.length === 0 ? null : <h2>{texts.changes}</h2>}
      <ul class="texts">
        {changes.map(({ id, before, text, state }) => (
          <li key={id}>
            <p class="text-head">
              <a href={pathOf(lang, id)}>{id}</a>
              <span class={`review review-${state}`}>{texts.states[state]}</span>
            </p>
            {before === text ? null : (
              <div class="pair">
                <p lang={lang}>{before === '' ? texts.none : before}</p>
                <p lang={lang}>{text}</p>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Problems({
  title,
  problems,
  lang,
}: {
  title: string;
  problems: readonly Problem[];
  lang: Lang;
}): VNode | null {
  const speaks = useLang();
  if (problems.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul class="problems">
        {problems.map((problem, nth) => (
          <li key={nth}>
            <span class="soft" lang="fr">
              {problem.at}
            </span>{' '}
            {problem.id === '' ? null : <a href={pathOf(lang, problem.id)}>{problem.id}</a>}{' '}
            {problemWords(problem, speaks)}
          </li>
        ))}
      </ul>
    </>
  );
}

function pathOf(lang: Lang, id: string): string {
  const [flow = '', ...key] = id.split('/');
  return textPath(lang, { flow, key: key.join('/') });
}
