import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import { Button, Field, Notice, Select, StaffPage } from '../../../web/kit/index.ts';
import type { Replayed } from '../simulator/replay.ts';
import { Inside } from './inside.tsx';
import { flowPath } from './list-page.tsx';
import type { Page } from './page.ts';
import { flowStyles } from './styles.ts';
import { TalkLog } from './talk-log.tsx';

interface SimulatorProps {
  page: Page;
  flow: string;
  lang: Lang;
  played: Replayed;
  /** What came from the page could not be read, or is too long. */
  lost?: 'unknown' | 'tooLong' | undefined;
}

const MEDIA = ['voice', 'photo', 'sticker', 'location'] as const;
const STEPS_OF_TIME = ['1h', '25h'] as const;

/** A talk with a flow: what is said, what would be kept, and a clock. */
export function SimulatorPage({ page, flow, lang, played, lost }: SimulatorProps): VNode {
  const { ctx, texts, speaker } = page;
  const here = `${flowPath(flow)}/play`;
  return (
    <StaffPage {...ctx.frame} title={texts.simulator(flow)} lead={texts.simulatorLead} styles={flowStyles}>
      <p>
        <a href={flowPath(flow)}>{texts.toMap}</a>
      </p>
      {lost === undefined ? null : (
        <Notice tone="warning" live>
          <p>{texts[lost]}</p>
        </Notice>
      )}
      <form class="cut" method="get" action={here}>
        <Select
          name="lang"
          label={texts.talkIn}
          options={speaker.languages.map((value) => ({ value, label: texts.languages[value] ?? value }))}
          value={lang}
        />
        <Button look="quiet">{texts.startAgain}</Button>
      </form>
      <div class="simulator">
        <section aria-labelledby="conversation">
          <h2 id="conversation">{texts.talk}</h2>
          <TalkLog page={page} entries={played.entries} />
          {played.session === null ? <p class="soft">{texts.over}</p> : null}
          <Controls page={page} here={here} lang={lang} played={played} />
        </section>
        <Inside page={page} played={played} />
      </div>
    </StaffPage>
  );
}

/** The form without scripts: each button is one thing a person may do. Its words come back with all that went before. */
function Controls({
  page: { texts, figures },
  here,
  lang,
  played,
}: {
  page: Page;
  here: string;
  lang: Lang;
  played: Replayed;
}): VNode {
  return (
    <form id="dire" class="simulator-form" method="post" action={`${here}#dire`} autocomplete="off">
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="deeds" value={JSON.stringify(played.deeds)} />
      {played.choices.length === 0 ? null : (
        <fieldset>
          <legend>{texts.choices}</legend>
          {played.choices.map(({ key, label }) => (
            <Button key={key} look="quiet" name="tap" value={key}>
              <span lang={lang}>{label}</span>
            </Button>
          ))}
        </fieldset>
      )}
      <div class="simulator-say">
        <Field name="say" label={texts.say} required={false} maxLength={1000} />
        <Button>{texts.send}</Button>
      </div>
      <fieldset>
        <legend>{texts.clock}</legend>
        <p class="soft">{texts.now(figures.moment(played.now))}</p>
        {STEPS_OF_TIME.map((by) => (
          <Button key={by} look="quiet" name="wait" value={by}>
            {texts.wait(by.replace('h', '\u00a0h'))}
          </Button>
        ))}
      </fieldset>
      <fieldset>
        <legend>{texts.sendMedia}</legend>
        {MEDIA.map((kind) => (
          <Button key={kind} look="quiet" name="send" value={kind}>
            {texts.media[kind] ?? kind}
          </Button>
        ))}
      </fieldset>
    </form>
  );
}
