import type { VNode } from 'preact';
import { Notice, Table } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { RECIPIENT_STATES } from '../plan/recipient.ts';
import type { Cause } from './figures-store.ts';
import { isFinished, type Progress, remainingMs, settledOf } from './tally.ts';
import type { ProgressReader } from './progress-reader.ts';
import { REPORT_WORDS } from './texts.ts';
import type { ReportTexts } from './texts.fr.ts';

/** More kinds of failure nobody reads at a glance; the rest stands in the detail. */
const MOST_CAUSES = 12;

/** How far a broadcast has come, for its page; `undefined` where it never began. The page looks again by itself. */
export const progressView =
  (reader: Pick<ProgressReader, 'progress' | 'byReason'>) =>
  async (ctx: StaffContext, { id, state }: { id: string; state: string }): Promise<VNode | undefined> => {
    const progress = await reader.progress(id);
    if (progress === undefined) return state === 'done' ? <NoFigures {...{ ctx, id }} /> : undefined;
    const causes = progress.of === undefined ? [] : await reader.byReason(id, progress.state);
    return <ProgressPart {...{ ctx, id, progress, causes }} />;
  };

/** It is over, and its figures are not kept any more. */
function NoFigures({ ctx, id }: { ctx: StaffContext; id: string }): VNode {
  const texts = REPORT_WORDS[ctx.frame.lang];
  return (
    <section id="progress" aria-labelledby="avancement">
      <h2 id="avancement">{texts.title}</h2>
      <p>{texts.noFigures}</p>
      <p>
        <a href={resultsPath(id)}>{texts.more}</a>
      </p>
    </section>
  );
}

const resultsPath = (id: string): string => `/staff/broadcasts/${encodeURIComponent(id)}/results`;

interface ProgressProps {
  ctx: StaffContext;
  id: string;
  progress: Progress;
  causes: readonly Cause[];
}

/** A bar, n of N, the pace and what is left of it, and what became of everybody. */
export function ProgressPart({ ctx, id, progress, causes }: ProgressProps): VNode {
  const texts = REPORT_WORDS[ctx.frame.lang];
  const count = new Intl.NumberFormat(ctx.frame.lang);
  const { of, tally, planned, stoppedBy, bypassed, state } = progress;
  const rows = RECIPIENT_STATES.filter((each) => tally[each] > 0);
  return (
    <section id="progress" aria-labelledby="avancement">
      <h2 id="avancement">{texts.title}</h2>
      {state === 'stopped' && stoppedBy !== undefined ? (
        <Notice tone="error" live>
          <p>{texts.stopped[stoppedBy]}</p>
          <p>{texts.stoppedNext}</p>
        </Notice>
      ) : null}
      {of === undefined ? (
        <p>{texts.preparing(count.format(planned))}</p>
      ) : (
        <Bar {...{ texts, count, progress, of }} />
      )}
      {bypassed > 0 ? <p>{texts.bypassed(count.format(bypassed))}</p> : null}
      {rows.length === 0 ? null : (
        <Table
          id="tally"
          caption={texts.tally}
          columns={[
            { key: 'state', header: texts.state, names: true, cell: (each) => texts.states[each] },
            { key: 'people', header: texts.people, numeric: true, cell: (each) => count.format(tally[each]) },
          ]}
          rows={rows}
        />
      )}
      {tally.unknown > 0 ? <p>{texts.unknownMeans}</p> : null}
      {causes.length === 0 ? null : <Causes {...{ texts, count, causes }} />}
      {of === undefined ? null : (
        <p>
          <a href={resultsPath(id)}>{texts.more}</a>
        </p>
      )}
    </section>
  );
}

interface BarProps {
  texts: ReportTexts;
  count: Intl.NumberFormat;
  progress: Progress;
  of: number;
}

function Bar({ texts, count, progress, of }: BarProps): VNode {
  const settled = Math.min(settledOf(progress.tally), of);
  const left = remainingMs(progress);
  return (
    <>
      <p>
        <strong>
          {isFinished(progress)
            ? texts.finished(count.format(of))
            : texts.settled(count.format(settled), count.format(of))}
        </strong>
      </p>
      <progress max={Math.max(of, 1)} value={settled} aria-label={texts.title} />
      {progress.state === 'canary' ? <p>{texts.first}</p> : null}
      {progress.state === 'done' && !isFinished(progress) ? <p>{texts.notYet}</p> : null}
      {/* The first ones rest before the others follow, and a paused one for as long as somebody wants. */}
      {progress.state === 'running' && progress.perSecond > 0 && left !== undefined ? (
        <p>
          {texts.pace(count.format(Math.round(progress.perSecond * 10) / 10))}{' '}
          {texts.remaining(timeWords(left))}
        </p>
      ) : null}
    </>
  );
}

/** `2 h 05 min`, `12 min`, `40 s`: read the same in both languages of the staff. */
function timeWords(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${String(minutes)} min`;
  return `${String(Math.floor(minutes / 60))} h ${String(minutes % 60).padStart(2, '0')} min`;
}

function Causes({
  texts,
  count,
  causes,
}: {
  texts: ReportTexts;
  count: Intl.NumberFormat;
  causes: readonly Cause[];
}): VNode {
  return (
    <Table
      id="causes"
      caption={texts.causes}
      columns={[
        { key: 'cause', header: texts.cause, names: true, cell: (each) => reasonWords(texts, each.reason) },
        { key: 'state', header: texts.state, cell: (each) => texts.states[each.state] },
        { key: 'people', header: texts.people, numeric: true, cell: (each) => count.format(each.people) },
      ]}
      rows={causes.slice(0, MOST_CAUSES)}
    />
  );
}

/** Our own reasons in words; a platform's code as it is. */
export const reasonWords = (texts: ReportTexts, reason: string): string =>
  texts.reasons[reason] ?? texts.otherReason(reason);
