import type { VNode } from 'preact';
import {
  Button,
  EmptyState,
  Field,
  Notice,
  Select,
  StaffPage,
  type StaffLang,
} from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { AuditRecord } from '../record.ts';
import type { AuditQuery } from '../search.ts';
import type { Verdict } from '../verify.ts';
import { actionWords, actorWords, detailWords, type Names, subjectWords, whenWords } from './record-words.ts';
import { auditStyles } from './styles.ts';
import type { AuditTexts } from './texts.fr.ts';
import { AUDIT } from './texts.ts';

interface AuditPageProps {
  ctx: StaffContext;
  query: AuditQuery;
  records: readonly AuditRecord[];
  /** There are older ones that fit. */
  more: boolean;
  names: Names;
  verdict?: Verdict;
}

/** The audit of one organisation, newest first. All of its state is in the address. */
export function AuditPage(props: AuditPageProps): VNode {
  const { ctx, query, records, more, verdict } = props;
  const texts = AUDIT[ctx.frame.lang];
  const last = records.at(-1);
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={auditStyles}>
      {verdict === undefined ? null : <Outcome verdict={verdict} lang={ctx.frame.lang} />}
      <Filter {...props} />
      {records.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{texts.empty}</p>
        </EmptyState>
      ) : (
        <List {...props} />
      )}
      <p class="audit-filter-ends">
        {query.before === undefined ? null : (
          <a href={address({ ...query, before: undefined })}>{texts.newest}</a>
        )}
        {more && last !== undefined ? (
          <a href={address({ ...query, before: last._id })}>{texts.older}</a>
        ) : null}
        {records.length === 0 ? null : (
          <a href={fileAddress(query)} download>
            {texts.file}
          </a>
        )}
      </p>
      <section aria-labelledby="verifier">
        <h2 id="verifier">{texts.verify}</h2>
        <p>{texts.verifyLead}</p>
        <form method="post" action="/staff/audit/verify">
          <Button look="quiet">{texts.verify}</Button>
        </form>
      </section>
    </StaffPage>
  );
}

function Outcome({
  verdict: { ok, records, head, broken },
  lang,
}: {
  verdict: Verdict;
  lang: StaffLang;
}): VNode {
  const count = (value: number): string => new Intl.NumberFormat(lang).format(value);
  const texts = AUDIT[lang];
  const words =
    broken === undefined
      ? texts.whole(count(records), `${String(head.seq)}:${head.hash}`)
      : texts.broken(count(broken.seq), texts.damage[broken.what]);
  return (
    <Notice tone={ok ? 'success' : 'error'} live>
      <p>{words}</p>
    </Notice>
  );
}

function Filter({ ctx, query, names }: AuditPageProps): VNode {
  const texts = AUDIT[ctx.frame.lang];
  const people = [...names].map(([value, label]) => ({ value, label }));
  const actions = Object.entries(texts.actions).map(([value, label]) => ({ value, label }));
  // What the address asks for stays chosen, also an action this page has no words for.
  if (query.action !== undefined && !(query.action in texts.actions))
    actions.push({ value: query.action, label: query.action });
  return (
    <form class="audit-filter" method="get" action="/staff/audit">
      <Select
        name="actor"
        label={texts.person}
        value={query.actor}
        options={[
          { value: '', label: texts.everyone },
          ...people,
          { value: 'command-line', label: texts.operator },
        ]}
      />
      <Select
        name="action"
        label={texts.action}
        value={query.action}
        options={[{ value: '', label: texts.everything }, ...actions]}
      />
      <Field
        name="subject"
        label={texts.subject}
        hint={texts.subjectHint}
        value={query.subject}
        required={false}
      />
      <Field name="day" type="date" label={texts.day} value={query.day} required={false} />
      <div class="audit-filter-ends">
        <Button>{texts.filter}</Button>
        <a href="/staff/audit">{texts.clear}</a>
      </div>
    </form>
  );
}

function List({ ctx, query, records, names }: AuditPageProps): VNode {
  const { lang } = ctx.frame;
  const texts = AUDIT[lang];
  const when = whenWords(lang);
  return (
    <section aria-labelledby="liste">
      <h2 id="liste">{texts.caption}</h2>
      <ol class="audit-list">
        {records.map((record) => (
          <li key={record._id}>
            <p class="audit-when">
              <time dateTime={new Date(record.at).toISOString()}>{when(record.at)}</time>
            </p>
            <div>
              <p>
                <strong>{actorWords(record, names, lang)}</strong> · {actionWords(record, lang)}
              </p>
              <p class="audit-of">
                <a href={address({ ...query, subject: record.subject, before: undefined })}>
                  {subjectWords(record, names)}
                </a>
                {record.detail === undefined ? null : ` · ${detailWords(record, lang)}`}
                <WrittenReason record={record} texts={texts} />
                {` · ${texts.number} ${String(record._id)}`}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A reason in words is somebody's: it is read on a page of its own, and that look is recorded too. */
function WrittenReason({ record, texts }: { record: AuditRecord; texts: AuditTexts }): VNode | null {
  const look = record.detail?.['look'];
  if (record.action !== 'staff.revealed' || typeof look !== 'string') return null;
  return (
    <>
      {' · '}
      <a href={`/staff/audit/reasons/${look}`}>{texts.readReason}</a>
    </>
  );
}

function address(query: AuditQuery): string {
  const fields = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return fields.length === 0 ? '/staff/audit' : `/staff/audit?${new URLSearchParams(fields).toString()}`;
}

/** Everything that fits, not only this page. */
const fileAddress = (query: AuditQuery): string => {
  const all = address({ ...query, before: undefined });
  return `${all}${all.includes('?') ? '&' : '?'}format=csv`;
};
