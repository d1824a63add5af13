import type { VNode } from 'preact';
import type { FateReach, WaitingFigures } from '../receipts/ports.ts';
import type { Fate } from '../receipts/fate-due.ts';
import type { Send } from '../send/sends-store.ts';
import { countWords, type Page } from './page.ts';
import type { Reached } from './pages.ts';

/** What became of a version, and how far it has come. */
export interface FateFigures {
  fate: Fate;
  reach: FateReach;
  /** Absent until the sending begins. */
  send: Send | null;
  reached?: Reached | undefined;
  /** Where a channel takes nothing before its person writes. */
  waiting: WaitingFigures;
  /** It is night, and goes out at seven. */
  rests: boolean;
}

/**
 * How many of those who had it know by now: who had it said to them in a turn of their own, whichever way, and of the
 * messages that were sent what platforms have told.
 */
export function FateSection({ page, figures }: { page: Page; figures: FateFigures }): VNode {
  const { texts } = page;
  const { fate, reach, send, rests } = figures;
  return (
    <section aria-labelledby="suite-connue">
      <h2 id="suite-connue">{texts.fateTitles[fate]}</h2>
      {reach.had === 0 ? (
        <p>{texts.reachNone}</p>
      ) : (
        <>
          <p>
            <strong>
              {texts.reach(countWords(page, reach.told), countWords(page, reach.had), shareOf(page, reach))}
            </strong>
          </p>
          <progress max={reach.had} value={reach.told} aria-label={texts.fateTitles[fate]} />
        </>
      )}
      {send === null ? (
        <p>{rests ? texts.fateAtSeven : texts.fateWaits}</p>
      ) : (
        <>
          <p>{texts.fateStates[send.state]}</p>
          {figures.waiting.waiting === 0 ? null : <p class="soft">{texts.fateWaitingWhy}</p>}
          <dl class="facts-row">
            {rowsOf(page, figures, send).map(([term, n]) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{countWords(page, n)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}

function rowsOf(
  { texts }: Page,
  { reached, waiting: { waiting, read, dropped } }: FateFigures,
  send: Send,
): readonly (readonly [string, number])[] {
  const told = reached !== undefined && reached.delivered + reached.read + reached.failed > 0;
  return [
    [texts.hadIt, send.of],
    [texts.sent, Math.max(0, send.sent - waiting - read - dropped)],
    ...(waiting + read + dropped === 0
      ? []
      : ([
          [texts.fateWaiting, waiting],
          [texts.fateRead, read],
          [texts.fateDropped, dropped],
        ] as const)),
    [texts.doubtful, send.doubtful],
    [texts.unwanted, send.unwanted],
    // Telegram and the chat page tell nothing.
    ...(told
      ? ([
          [texts.delivered, reached.delivered + reached.read],
          [texts.failed, reached.failed],
        ] as const)
      : []),
  ];
}

/** Rounded down: "100 %" is said of all. */
const shareOf = ({ ctx }: Page, { had, told }: FateReach): string =>
  new Intl.NumberFormat(ctx.frame.lang, { style: 'percent' }).format(Math.floor((100 * told) / had) / 100);
