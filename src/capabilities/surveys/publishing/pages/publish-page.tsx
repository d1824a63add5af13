import type { ComponentChildren, VNode } from 'preact';
import { Button, formatsOf, Notice, StaffPage } from '../../../../web/kit/index.ts';
import { plainly } from '../../../../web/public/index.ts';
import type { StaffContext } from '../../../../web/staff/index.ts';
import { surveyStyles } from '../../pages/styles.ts';
import { resultPath } from '../../public/result-page.tsx';
import { resultStyles } from '../../public/styles.ts';
import { grouped, Told } from '../../public/told.tsx';
import type { Obstacle } from '../desk.ts';
import type { Frozen } from '../freeze.ts';
import type { Publication, PublicTable } from '../publication.ts';
import { PUBLISHING } from './texts.ts';

export interface PublishProps {
  ctx: StaffContext;
  survey: string;
  /** The highest edition there ever was. */
  latest?: Publication | undefined;
  /** What waits for a second person, and who proposed it. */
  waiting?: { publication: Publication; name: string | undefined } | undefined;
  /** What could be proposed now; absent where nobody may, or nobody answered. */
  frozen?: Frozen | undefined;
  obstacle?: Obstacle | undefined;
}

/** Where a survey's results stand with the public, and what would be published. */
export function PublishPage(props: PublishProps): VNode {
  const { ctx, survey, latest, waiting, frozen, obstacle } = props;
  const texts = PUBLISHING[ctx.frame.lang];
  const named = waiting?.publication.table ?? frozen?.table ?? latest?.table;
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.title(named === undefined ? survey : plainly(named.title.fr))}
      lead={texts.lead}
      styles={[...surveyStyles, ...resultStyles]}
    >
      <p>
        <a href={`/staff/surveys/${encodeURIComponent(survey)}`}>{texts.back}</a>
      </p>
      <Now {...props} />
      {waiting === undefined ? null : <Waiting {...props} waiting={waiting} />}
      {waiting !== undefined ? null : obstacle !== undefined ? (
        <Notice tone="info">
          <p>{texts.obstacles[obstacle]}</p>
        </Notice>
      ) : frozen === undefined ? null : (
        <>
          <form class="form" method="post" action={pathOf(survey, 'propose')}>
            <p>{texts.proposeHint}</p>
            <Button>{texts.propose}</Button>
          </form>
          <Preview {...props} table={frozen.table} />
        </>
      )}
    </StaffPage>
  );
}

export const publishPath = (survey: string): string => `/staff/surveys/${encodeURIComponent(survey)}/publish`;

const pathOf = (survey: string, act: string): string => `${publishPath(survey)}/${act}`;

function Now({ ctx, survey, latest }: PublishProps): VNode {
  const texts = PUBLISHING[ctx.frame.lang];
  const day = (at = 0): string => formatsOf(ctx.frame.lang).day.format(at);
  const edition = String(latest?.edition ?? 0);
  if (latest === undefined) return <p>{texts.nothingYet}</p>;
  return (
    <section aria-labelledby="paru">
      <h2 id="paru">{texts.now}</h2>
      {latest.state === 'published' ? (
        <>
          <p>
            {texts.isOut(edition, day(latest.published?.at))} <a href={resultPath(survey)}>{texts.see}</a>
          </p>
          <Judge survey={survey} act="withdraw" seen={latest.hash} look="danger" label={texts.withdraw}>
            <p>{texts.withdrawHint}</p>
          </Judge>
        </>
      ) : (
        <p>
          {texts.wasOut(edition, day(latest.withdrawn?.at))} <a href={resultPath(survey)}>{texts.see}</a>
        </p>
      )}
    </section>
  );
}

type WaitingProps = PublishProps & { waiting: NonNullable<PublishProps['waiting']> };

function Waiting(props: WaitingProps): VNode {
  const { ctx, survey, waiting } = props;
  const { publication, name } = waiting;
  const texts = PUBLISHING[ctx.frame.lang];
  const day = formatsOf(ctx.frame.lang).day.format(publication.proposed.at);
  return (
    <section aria-labelledby="attend">
      <h2 id="attend">{texts.waiting}</h2>
      <p>{texts.proposedBy(publication.demo ? texts.invented : (name ?? texts.someone), day)}</p>
      {publication.proposed.by === ctx.person.id ? (
        <Notice tone="info">
          <p>{texts.own}</p>
        </Notice>
      ) : (
        <Judge survey={survey} act="publish" seen={publication.hash} label={texts.publish} />
      )}
      <Judge survey={survey} act="reject" seen={publication.hash} look="quiet" label={texts.reject} />
      <Preview {...props} table={publication.table} />
    </section>
  );
}

interface JudgeProps {
  survey: string;
  act: 'publish' | 'reject' | 'withdraw';
  /** Hash of the table that is judged. */
  seen: string;
  label: string;
  look?: 'danger' | 'quiet';
  children?: ComponentChildren;
}

const Judge = ({ survey, act, seen, label, look, children }: JudgeProps): VNode => (
  <form class="form told-judgement" method="post" action={pathOf(survey, act)}>
    <input type="hidden" name="seen" value={seen} />
    {children}
    <Button {...(look === undefined ? {} : { look })}>{label}</Button>
  </form>
);

/** In the words and with the components of the public page. */
function Preview({ ctx, table }: PublishProps & { table: PublicTable }): VNode {
  const texts = PUBLISHING[ctx.frame.lang];
  const day = (of: string): string => formatsOf(ctx.frame.lang).day.format(Date.parse(of));
  return (
    <section aria-labelledby="apercu">
      <h2 id="apercu">{texts.preview}</h2>
      <p>{texts.rule}</p>
      {(['fr', 'bm'] as const).map((lang) => (
        <article key={lang} class="question" lang={lang}>
          <h2>{plainly(table.title[lang])}</h2>
          <p lang={ctx.frame.lang}>
            {texts.people(grouped(table.least))} · {day(table.since)} – {day(table.until)}
          </p>
          <Told table={table} lang={lang} prefix={`${lang}-`} />
        </article>
      ))}
    </section>
  );
}
