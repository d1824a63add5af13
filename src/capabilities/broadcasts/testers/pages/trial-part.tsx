import type { VNode } from 'preact';
import { Button, Table } from '../../../../web/kit/index.ts';
import type { Broadcast } from '../../model/broadcast.ts';
import { STOPPERS } from '../../model/lifecycle.ts';
import { BEFORE_SENDING } from '../../model/states.ts';
import { languagesOf } from '../../model/texts.ts';
import { countWords, itemPath, languageWords, momentWords, type Page } from '../../pages/page.ts';
import { REPORT_WORDS } from '../../report/index.ts';
import { MOST_TRIALS, type Trial } from '../trial.ts';
import { TRIAL_WORDS } from './texts.ts';
import type { TrialTexts } from './texts.fr.ts';

export const TESTERS_PATH = '/staff/broadcasts/testers';

interface TrialPartProps {
  page: Page;
  broadcast: Broadcast;
  /** Who would get a test now. */
  testers: number;
  /** The newest first. */
  trials: readonly Trial[];
  names: ReadonlyMap<string, string>;
}

/** The button that sends a draft to the testers, and what became of each test. */
export function TrialPart(props: TrialPartProps): VNode {
  const { page, broadcast, trials } = props;
  const texts = TRIAL_WORDS[page.ctx.frame.lang];
  const tries = BEFORE_SENDING.some((state) => state === broadcast.state);
  const may = tries && STOPPERS.includes(page.ctx.person.role);
  if (!may && trials.length === 0) return <div id="essais" />;
  return (
    <section id="essais" aria-labelledby="essayer">
      <h2 id="essayer">{texts.title}</h2>
      {may ? <Order {...props} texts={texts} /> : null}
      {trials.map((trial, at) => (
        <Outcome key={trial.id} {...props} {...{ texts, trial }} nth={trials.length - at} />
      ))}
    </section>
  );
}

type PartProps = TrialPartProps & { texts: TrialTexts };

function Order({ page, broadcast, testers, trials, texts }: PartProps): VNode {
  const nth = trials.length + 1;
  const [isEmpty, isEnough] = [languagesOf(broadcast.content).length === 0, nth > MOST_TRIALS];
  const why = isEmpty
    ? texts.noText
    : isEnough
      ? texts.enough(countWords(page, MOST_TRIALS))
      : testers === 0
        ? texts.nobody
        : texts.lead(testers);
  return (
    <>
      <p>{why}</p>
      {isEmpty || isEnough || testers === 0 ? null : (
        <form class="try" method="post" action={itemPath(broadcast, '/try')}>
          <input type="hidden" name="seen" value={broadcast.hash} />
          <input type="hidden" name="nth" value={nth} />
          <Button look="quiet">{texts.submit}</Button>
        </form>
      )}
      <p>
        <a href={TESTERS_PATH}>{texts.toTesters}</a>
      </p>
    </>
  );
}

function Outcome({
  page,
  broadcast,
  names,
  texts,
  trial,
  nth,
}: PartProps & { trial: Trial; nth: number }): VNode {
  const report = REPORT_WORDS[page.ctx.frame.lang];
  const who = (account: string): string => names.get(account) ?? texts.someone;
  return (
    <>
      <h3>{texts.trial(countWords(page, nth), who(trial.by), momentWords(page, trial.at))}</h3>
      <p class="soft">{trial.hash === broadcast.hash ? texts.same : texts.older}</p>
      <Table
        id={`essai-${String(nth)}`}
        caption={texts.trial(countWords(page, nth), who(trial.by), momentWords(page, trial.at))}
        captionUnseen
        columns={[
          { key: 'who', header: texts.tester, names: true, cell: ({ account }) => who(account) },
          { key: 'lang', header: texts.lang, cell: ({ lang }) => languageWords(page, lang) },
          { key: 'state', header: texts.outcome, cell: ({ state }) => report.states[state] },
          {
            ...{ key: 'cause', header: texts.cause },
            cell: ({ reason }) =>
              reason === undefined ? '' : (texts.reasons[reason] ?? report.otherReason(reason)),
          },
        ]}
        rows={trial.tries}
      />
    </>
  );
}
