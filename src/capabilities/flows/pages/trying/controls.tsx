import type { ComponentChildren, VNode } from 'preact';
import { QUIET_FROM, QUIET_TO } from '../../../../domain/quiet-hours.ts';
import { Button, Field, Select, useWords } from '../../../../web/kit/index.ts';
import type { Trial } from './trial.ts';
import { TRYING } from './texts.ts';
import { waitUntil } from '../../simulator/deeds.ts';

const MEDIA = ['voice', 'photo', 'sticker', 'location'] as const;
const STEPS_OF_TIME = ['1h', '25h'] as const;
const DAY_MS = 86_400_000;
const EIGHT_MS = 8 * 3_600_000;

/**
 * What may be done next, each button one thing; its words come back with all that went before. Buttons of the bot have a
 * form of their own, so that Enter sends what was typed.
 */
export function Controls({ trial }: { trial: Trial }): VNode {
  const { played, page, lang } = trial;
  const { texts } = page;
  const words = useWords(TRYING);
  const top = played.session?.frames.at(-1);
  const last = played.deeds.at(-1);
  return (
    <div class="simulator-form" id="dire">
      {played.choices.length === 0 ? null : (
        <Form trial={trial}>
          <fieldset>
            <legend>{texts.choices}</legend>
            {played.choices.map(({ key, label }) => (
              <Button key={key} look="quiet" name="tap" value={key}>
                <span lang={lang}>{label}</span>
              </Button>
            ))}
          </fieldset>
        </Form>
      )}
      <Form trial={trial}>
        <div class="simulator-say">
          <Field
            name="say"
            id={`say-${played.deeds.length}`}
            label={texts.say}
            required={false}
            maxLength={1000}
            autofocus={last !== undefined && 'say' in last}
          />
          <Button>{texts.send}</Button>
        </div>
        <fieldset>
          {played.deeds.length === 0 ? null : (
            <Button look="quiet" name="undo" value="1">
              {words.undo}
            </Button>
          )}
          {top?.staff ? (
            <Button look="quiet" name="give_back" value="usual">
              {words.giveBack}
            </Button>
          ) : null}
        </fieldset>
        <fieldset>
          <legend>{texts.sendMedia}</legend>
          {MEDIA.map((kind) => (
            <Button key={kind} look="quiet" name="send" value={kind}>
              {texts.media[kind] ?? kind}
            </Button>
          ))}
        </fieldset>
      </Form>
      <Clock trial={trial} />
      <Jump trial={trial} />
    </div>
  );
}

/** Carries the whole talk. Sent by htmx where there are scripts, so that what was said stays where it is. */
export function Form({ trial, children }: { trial: Trial; children: ComponentChildren }): VNode {
  const { here, lang, played, as, jumped, opening } = trial;
  return (
    <form
      method="post"
      action={`${here}#dire`}
      autocomplete="off"
      hx-post={here}
      hx-target="#essai"
      hx-select="#essai"
      hx-swap="outerMorph"
    >
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="deeds" value={JSON.stringify(played.deeds)} />
      {as === undefined ? null : <input type="hidden" name="as" value={as.id} />}
      {jumped === undefined ? null : (
        <input type="hidden" name="jumped" value={`${jumped.deeds} ${jumped.step}`} />
      )}
      {'bot' in opening ? <input type="hidden" name="who" value={opening.bot} /> : null}
      {children}
    </form>
  );
}

function Clock({ trial }: { trial: Trial }): VNode {
  const { played, page } = trial;
  const { texts, figures } = page;
  const words = useWords(TRYING);
  const tomorrow = waitUntil(Math.floor(played.now / DAY_MS) * DAY_MS + DAY_MS + EIGHT_MS, played.now);
  return (
    <Form trial={trial}>
      <fieldset>
        <legend>{texts.clock}</legend>
        <p class="soft">{texts.now(figures.moment(played.now))}</p>
        {isQuiet(played.now) ? <p class="soft">{words.quiet}</p> : null}
        {STEPS_OF_TIME.map((by) => (
          <Button key={by} look="quiet" name="wait" value={by}>
            {texts.wait(by.replace('h', '\u00a0h'))}
          </Button>
        ))}
        {tomorrow !== null && 'wait' in tomorrow ? (
          <Button look="quiet" name="wait" value={tomorrow.wait}>
            {words.tomorrow}
          </Button>
        ) : null}
      </fieldset>
      <div class="simulator-say">
        <Field
          name="moment"
          type="datetime-local"
          label={words.moment}
          required={false}
          value={new Date(played.now).toISOString().slice(0, 16)}
        />
        <Button look="quiet" name="until" value="1">
          {words.go}
        </Button>
      </div>
    </Form>
  );
}

const MINUTE_MS = 60_000;

function isQuiet(at: number): boolean {
  const minutes = (at % DAY_MS) / MINUTE_MS;
  return minutes >= QUIET_FROM || minutes < QUIET_TO;
}

function Jump({ trial }: { trial: Trial }): VNode | null {
  const { opening, steps, jumped } = trial;
  const words = useWords(TRYING);
  if ('bot' in opening || steps.length === 0) return null;
  return (
    <Form trial={trial}>
      <div class="simulator-say">
        <Select
          name="step"
          label={words.jump}
          hint={words.jumpHint}
          options={steps.map(({ key, label }) => ({ value: key, label }))}
          value={jumped?.step}
        />
        <Button look="quiet" name="jump" value="1">
          {words.go}
        </Button>
      </div>
    </Form>
  );
}
