import type { VNode } from 'preact';
import { MAX_VOICE_BYTES, MAX_VOICE_SECONDS } from '../../../domain/media.ts';
import {
  Button,
  ButtonLink,
  RecordingField,
  recordingScripts,
  recordingStyles,
  StaffPage,
  TextArea,
} from '../../../web/kit/index.ts';
import { approvedStyles } from '../../approved/index.ts';
import { isLate, type OpenQuestion } from '../questions/answering.ts';
import { dayWords, daysSince, officeOf, type Page, PATH, writesToo } from './page.ts';
import { PassSection, type PassSectionProps, Trail } from './pass-section.tsx';

/** What was typed, and why it was not taken. */
export interface QuestionRefusals {
  answering?: { typed: string; error?: string; voice?: string } | undefined;
  passing?: PassSectionProps['refused'];
}

interface QuestionPageProps extends QuestionRefusals {
  page: Page;
  open: OpenQuestion;
}

/** One question and its answer, or the form for it; class A. */
export function QuestionPage({ page, open, answering, passing }: QuestionPageProps): VNode {
  const { ctx, texts, today } = page;
  const { question, words } = open;
  const office = officeOf(page, question.office);
  const late =
    question.state === 'waiting' && office !== undefined && isLate(question.since, office.days, today);
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.title(question.ticket)}
      styles={[...approvedStyles, ...recordingStyles]}
      scripts={recordingScripts}
    >
      <p>
        <a href={PATH}>{texts.back}</a>
      </p>
      <p class="row">
        {late ? <span class="badge badge-late">{texts.late}</span> : null}
        <span>{texts.age(daysSince(question.day, today))}</span>
      </p>
      <section aria-labelledby="mots">
        <h2 id="mots">{texts.words}</h2>
        {words === null ? (
          <p>{texts.gone}</p>
        ) : (
          <p class="said" lang={question.lang} dir="auto">
            {words}
          </p>
        )}
      </section>
      <Facts page={page} open={open} />
      {question.state === 'answered' ? (
        <Answered page={page} open={open} />
      ) : words === null ? null : (
        <>
          <AnswerForm page={page} open={open} refused={answering} />
          <PassSection page={page} open={open} refused={passing} />
        </>
      )}
      <Trail page={page} open={open} />
    </StaffPage>
  );
}

interface PartProps {
  page: Page;
  open: OpenQuestion;
}

function Facts({ page, open: { question } }: PartProps): VNode {
  const { texts } = page;
  const facts = [
    [texts.facts.office, officeOf(page, question.office)?.name ?? '–'],
    [texts.facts.theme, texts.themes[question.theme]],
    [texts.facts.lang, texts.langs[question.lang] ?? question.lang],
    [texts.facts.day, dayWords(page, question.day)],
    ...(question.since === question.day ? [] : [[texts.facts.since, dayWords(page, question.since)]]),
    ...(question.answeredDay === null ? [] : [[texts.facts.answered, dayWords(page, question.answeredDay)]]),
  ];
  return (
    <dl class="facts">
      {facts.map(([term, fact]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd lang={term === texts.facts.office ? 'fr' : undefined}>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function Answered({ page: { ctx, texts }, open: { question, answer } }: PartProps): VNode {
  return (
    <section aria-labelledby="reponse">
      <h2 id="reponse">{texts.answer}</h2>
      {answer === null ? null : (
        <p class="said" dir="auto">
          {answer.text}
        </p>
      )}
      {answer?.voice === undefined ? null : (
        <>
          <p class="soft">{texts.voiceWeighs(String(Math.ceil(answer.voice.bytes / 1000)))}</p>
          {/* biome-ignore lint: what it says is written above it */}
          <audio controls preload="none" src={`${PATH}/${question.id}/voice`} aria-label={texts.voice} />
        </>
      )}
      <p class="soft">{texts.told[question.told ?? 'waits']}</p>
      {writesToo(ctx) ? (
        <>
          <p>
            <ButtonLink look="quiet" href={`/staff/explainers/new?question=${question.id}`}>
              {texts.toExplainer}
            </ButtonLink>
          </p>
          <p class="soft">{texts.toExplainerWhy}</p>
        </>
      ) : null}
    </section>
  );
}

interface AnswerFormProps extends PartProps {
  refused: QuestionRefusals['answering'];
}

function AnswerForm({ page: { texts }, open, refused }: AnswerFormProps): VNode {
  return (
    <section aria-labelledby="repondre">
      <h2 id="repondre">{texts.answer}</h2>
      <form
        class="form"
        method="post"
        action={`${PATH}/${open.question.id}`}
        enctype="multipart/form-data"
        novalidate
      >
        <TextArea
          name="reponse"
          label={texts.answerLabel}
          hint={texts.answerHint}
          lang={open.question.lang}
          value={refused?.typed}
          error={refused?.error}
        />
        <h3>{texts.voice}</h3>
        <p class="soft">{texts.voiceLead}</p>
        <RecordingField
          name="voix"
          most={{ seconds: MAX_VOICE_SECONDS, bytes: MAX_VOICE_BYTES }}
          attached
          error={refused?.voice}
        />
        <Button>{texts.send}</Button>
      </form>
    </section>
  );
}
