import type { VNode } from 'preact';
import { useWords } from '../../../web/kit/index.ts';
import type { Written } from '../simulator/deeds.ts';
import type { PlayedTurn } from '../simulator/replay.ts';
import { AsOn } from './trying/on-channels.tsx';
import { TRYING } from './trying/texts.ts';
import type { Trial } from './trying/trial.ts';
import { WhyList } from './trying/why.tsx';

/** Reasons of older turns are left out: nobody asks for them any more, and they weigh. */
const EXPLAINED = 12;

/** What was said, in order; the newest below, each with its reasons. */
export function TalkLog({ trial }: { trial: Trial }): VNode {
  const { page, played, jumped } = trial;
  const { turns } = played;
  return (
    <div class="talk" role="log" aria-label={page.texts.talk}>
      {turns.map((turn, nth) => (
        <Turn
          key={nth}
          trial={trial}
          turn={turn}
          before={turns[nth - 1]}
          madeUp={turn.did !== undefined && nth <= (jumped?.deeds ?? 0)}
          explained={nth >= turns.length - EXPLAINED}
        />
      ))}
    </div>
  );
}

interface TurnProps {
  trial: Trial;
  turn: PlayedTurn;
  before: PlayedTurn | undefined;
  madeUp: boolean;
  explained: boolean;
}

function Turn({ trial, turn, before, madeUp, explained }: TurnProps): VNode {
  const { page, as, lang } = trial;
  const words = useWords(TRYING);
  const { did, said, bubbles, why } = turn;
  const own = said[0]?.lang ?? lang;
  return (
    <>
      {did === undefined ? null : (
        <div class={'wait' in did ? 'talk-time' : 'talk-person'}>
          <span class="unseen">{page.texts.speaker(page.texts.you)}</span>
          <p>{doneIn(did, before, turn.at, trial, words.clockAt)}</p>
          {madeUp ? <p class="made-up">{words.madeUp}</p> : null}
        </div>
      )}
      {as === undefined ? (
        <AsSaid trial={trial} turn={turn} />
      ) : (
        <AsOn page={page} preview={as} said={bubbles} lang={own} />
      )}
      {explained && why.length > 0 ? (
        <details class="talk-why">
          <summary>{words.why}</summary>
          <WhyList page={page} why={why} lang={own} />
        </details>
      ) : null}
    </>
  );
}

function AsSaid({ trial: { page }, turn }: Pick<TurnProps, 'trial' | 'turn'>): VNode {
  const { texts } = page;
  return (
    <>
      {turn.said.map(({ text, lang, audio }, nth) => (
        <div key={nth} class="talk-bot">
          <span class="unseen">{texts.speaker(texts.bot)}</span>
          <p lang={lang} dir="auto">
            {text}
          </p>
          {audio ? <p class="soft">{texts.recording}</p> : null}
        </div>
      ))}
    </>
  );
}

function doneIn(
  did: Written,
  before: PlayedTurn | undefined,
  at: number,
  { page: { texts, figures } }: Trial,
  clockAt: (moment: string) => string,
): string {
  if ('say' in did) return did.say;
  if ('tap' in did) return before?.said.at(-1)?.choices.find(({ key }) => key === did.tap)?.label ?? did.tap;
  if ('send' in did) return `[${texts.media[did.send] ?? did.send}]`;
  if ('give_back' in did) return '↩';
  return did.wait.endsWith('h')
    ? texts.waited(did.wait.replace('h', '\u00a0h'))
    : clockAt(figures.moment(at));
}
