import type { VNode } from 'preact';
import { Button, liveScripts, Notice, Select, StaffPage, useWords } from '../../../web/kit/index.ts';
import { Inside } from './inside.tsx';
import { flowPath } from './list-page.tsx';
import { flowStyles } from './styles.ts';
import { TalkLog } from './talk-log.tsx';
import { Controls, Form } from './trying/controls.tsx';
import type { TryingTexts } from './trying/texts.fr.ts';
import { TRYING } from './trying/texts.ts';
import { TRIAL, type Trial } from './trying/trial.ts';

/** A talk with a flow or with the whole bot: what is said and why, what would be kept, and a clock. */
export function SimulatorPage({ trial, words }: { trial: Trial; words: TryingTexts }): VNode {
  const { page, opening } = trial;
  const { ctx, texts } = page;
  const [title, lead, back, to] =
    'flow' in opening
      ? [texts.simulator(opening.flow), texts.simulatorLead, flowPath(opening.flow), texts.toMap]
      : [words.bot, words.botLead, '/staff/flows', words.toFlows];
  return (
    <StaffPage {...ctx.frame} {...{ title, lead }} styles={flowStyles} scripts={liveScripts}>
      <p class="flow-ways">
        <a href={back}>{to}</a>
        {'flow' in opening ? <a href={TRIAL}>{words.tryBot}</a> : null}
      </p>
      <Beginning trial={trial} />
      <div id="essai">
        <Told trial={trial} />
        <div class="simulator">
          <section aria-labelledby="conversation">
            <h2 id="conversation">{texts.talk}</h2>
            <ShownAs trial={trial} />
            {trial.played.turns.length === 0 ? <p class="soft">{words.firstWord}</p> : null}
            <TalkLog trial={trial} />
            {trial.played.session === null && trial.played.turns.length > 0 ? (
              <p class="soft">{texts.over}</p>
            ) : null}
            <Controls trial={trial} />
          </section>
          <Inside trial={trial} />
        </div>
      </div>
    </StaffPage>
  );
}

/** A talk that begins anew, in this language. */
function Beginning({ trial: { page, lang, here, opening } }: { trial: Trial }): VNode {
  const { texts, speaker } = page;
  const words = useWords(TRYING);
  return (
    <form class="cut" method="get" action={here}>
      <Select
        name="lang"
        label={texts.talkIn}
        options={speaker.languages.map((value) => ({ value, label: texts.languages[value] ?? value }))}
        value={lang}
      />
      {'bot' in opening ? (
        <Select
          name="who"
          label={words.who}
          options={WHO.map((value) => ({ value, label: words.whos[value] }))}
          value={opening.bot}
        />
      ) : null}
      <Button look="quiet">{texts.startAgain}</Button>
    </form>
  );
}

const WHO = ['new', 'known'] as const;

/** What could not be done, and what was made up. */
function Told({ trial: { lost, about = '', page, jumped } }: { trial: Trial }): VNode | null {
  const words = useWords(TRYING);
  if (lost !== undefined) {
    const told =
      lost === 'unknown' || lost === 'tooLong'
        ? page.texts[lost]
        : lost === 'noWay'
          ? words.noWay(about)
          : words[lost];
    return (
      <Notice tone="warning" live>
        <p>{told}</p>
      </Notice>
    );
  }
  return jumped === undefined || jumped.deeds === 0 ? null : (
    <Notice tone="info" live>
      <p>{words.invented(jumped.deeds, jumped.step)}</p>
    </Notice>
  );
}

function ShownAs({ trial }: { trial: Trial }): VNode {
  const words = useWords(TRYING);
  const options = [{ id: '', label: words.asSaid }].concat(
    trial.previews.map(({ id }) => ({ id, label: words.channels[id] ?? id })),
  );
  return (
    <Form trial={trial}>
      <div class="simulator-say shown-as">
        <Select
          name="look"
          label={words.showAs}
          options={options.map(({ id, label }) => ({ value: id, label }))}
          value={trial.as?.id ?? ''}
        />
        <Button look="quiet">{trial.page.texts.apply}</Button>
      </div>
    </Form>
  );
}
