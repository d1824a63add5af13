import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import { Button, ButtonLink, Select, StaffPage } from '../../../web/kit/index.ts';
import type { Voiced } from '../voiced.ts';
import { State, VoiceMark } from './marks.tsx';
import { flowWords, languagePath, languageWords, type Page, textPath } from './page.ts';
import { type Looked, lookQuery, PER_PAGE } from './shown.ts';
import { languageStyles } from './styles.ts';

interface TextsPageProps {
  page: Page;
  lang: Lang;
  looked: Looked;
  found: readonly Voiced[];
  flows: readonly string[];
}

/** The texts of a language beside their French, those that are looked for. */
export function TextsPage(props: TextsPageProps): VNode {
  const { page, lang, found } = props;
  const { ctx, texts } = page;
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.listTitle(languageWords(page, lang))}
      lead={lang === page.fallback ? texts.fromFiles : texts.lead}
      styles={languageStyles}
    >
      <p class="ways">
        <a href="/staff/language">{texts.back}</a>
        <a href={languagePath(lang, '/terms')}>{texts.terms}</a>
      </p>
      <Filters {...props} />
      {lang === page.fallback ? null : <ByFile page={page} lang={lang} />}
      <h2>{texts.found(found.length)}</h2>
      {found.length === 0 ? <p>{texts.noneFound}</p> : <List {...props} />}
      <Pages {...props} />
    </StaffPage>
  );
}

function Filters({ page, looked, flows }: TextsPageProps): VNode {
  const { texts } = page;
  const shows = Object.entries(texts.shows).map(([value, label]) => ({ value, label }));
  const all = [
    { value: '', label: texts.all },
    ...flows.map((value) => ({ value, label: flowWords(page, value) })),
  ];
  return (
    <form class="cut" method="get" aria-label={texts.filters}>
      <Select name="show" label={texts.show} options={shows} value={looked.show} />
      <Select name="flow" label={texts.flow} options={all} value={looked.flow} />
      <Button look="quiet">{texts.apply}</Button>
    </form>
  );
}

/** For whoever reviews without Benkan. */
function ByFile({ page: { texts, edits }, lang }: { page: Page; lang: Lang }): VNode {
  const id = 'non-relus';
  return (
    <details class="by-file">
      <summary>{texts.file}</summary>
      <p>{texts.fileLead}</p>
      <form class="export" method="get" action={languagePath(lang, '/relecture')}>
        <p class="tick">
          <input type="checkbox" id={id} name="only" value="unreviewed" />
          <label for={id}>{texts.onlyUnreviewed}</label>
        </p>
        <Button look="quiet" name="format" value="xlsx">
          {texts.exportXlsx}
        </Button>
        <Button look="quiet" name="format" value="po">
          {texts.exportPo}
        </Button>
        {edits ? (
          <ButtonLink look="quiet" href={languagePath(lang, '/import')}>
            {texts.import}
          </ButtonLink>
        ) : null}
      </form>
    </details>
  );
}

function List({ page, lang, looked, found }: TextsPageProps): VNode {
  const first = (pageOf(looked, found) - 1) * PER_PAGE;
  return (
    <ul class="texts">
      {found.slice(first, first + PER_PAGE).map((text) => (
        <li key={text.id}>
          <p class="text-head">
            <a href={textPath(lang, text)}>
              {flowWords(page, text.flow)} · {text.key}
            </a>
            {lang === page.fallback ? null : <State page={page} text={text} />}
            <VoiceMark page={page} text={text} />
          </p>
          <div class="pair">
            <p lang={page.fallback}>{text.french}</p>
            {lang === page.fallback ? null : (
              <p lang={lang}>{text.text === '' ? page.texts.none : text.text}</p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Pages({ page, lang, looked, found }: TextsPageProps): VNode | null {
  const { texts } = page;
  const last = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const now = pageOf(looked, found);
  if (last === 1) return null;
  const to = (nth: number): string => languagePath(lang, lookQuery({ ...looked, page: nth }));
  return (
    <nav class="pages" aria-label={texts.pages}>
      {now > 1 ? (
        <a rel="prev" href={to(now - 1)}>
          {texts.newer}
        </a>
      ) : null}
      <span>{texts.pageOf(now, last)}</span>
      {now < last ? (
        <a rel="next" href={to(now + 1)}>
          {texts.older}
        </a>
      ) : null}
    </nav>
  );
}

/** A page that is no longer there is the last one. */
const pageOf = ({ page }: Looked, found: readonly unknown[]): number =>
  Math.min(page, Math.max(1, Math.ceil(found.length / PER_PAGE)));
