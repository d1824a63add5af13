import type { VNode } from 'preact';
import { StaffPage } from '../../../web/kit/index.ts';
import type { SurveyOutline } from '../outline.ts';
import type { FileAnswer, FilesPage as Found } from '../reader.ts';
import type { Page } from './page.ts';
import { Pages } from './pages-nav.tsx';
import { surveyStyles } from './styles.ts';

interface FilesPageProps {
  page: Page;
  survey: SurveyOutline;
  question: string;
  found: Found;
}

/** Voices or photos people answered a question with, a page at a time; each is opened on a page of its own. */
export function FilesPage(props: FilesPageProps): VNode {
  const { page, survey, question, found } = props;
  const { ctx, texts, words, figures } = page;
  const current = survey.questions.some((one) => one.key === question);
  return (
    <StaffPage
      {...ctx.frame}
      title={words.question(survey, question, current)}
      titleLang={words.lang}
      lead={texts.filesLead}
      styles={surveyStyles}
    >
      <p>
        <a href={`/staff/surveys/${encodeURIComponent(survey.id)}`}>
          ← <span lang={words.lang}>{words.title(survey)}</span>
        </a>
      </p>
      <section aria-labelledby="reponses">
        <h2 id="reponses">{texts.filesOf(figures.count(found.total), found.total)}</h2>
        <ul class="texts">
          {found.files.map((file, index) => (
            <File key={index} {...props} file={file} />
          ))}
        </ul>
      </section>
      <Pages page={page} found={found} />
    </StaffPage>
  );
}

function File({ page, survey, question, file }: FilesPageProps & { file: FileAnswer }): VNode {
  const { texts, figures } = page;
  const { id, day, lang, note } = file;
  const from = new URLSearchParams({ survey: survey.id, question });
  const voice = survey.questions.find(({ key }) => key === question)?.type !== 'photo';
  const about = [texts.languages[lang] ?? lang, figures.day(day)];
  if (note?.seconds !== undefined) about.unshift(texts.seconds(figures.count(note.seconds)));
  return (
    <li>
      {note === null ? (
        <p>
          <em>{texts.notThere}</em>
        </p>
      ) : (
        <>
          {note.there ? (
            <p>
              <a href={`/staff/media/${id}?${from.toString()}`}>{voice ? texts.listen : texts.look}</a>
            </p>
          ) : null}
          {voice ? (
            <p class="said" lang={note.words === null ? undefined : lang} dir="auto">
              {note.words ?? texts.notTranscribed}
            </p>
          ) : null}
        </>
      )}
      <p class="texts-of">{about.join(' · ')}</p>
    </li>
  );
}
