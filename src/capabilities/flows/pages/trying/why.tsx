import type { ComponentChildren, VNode } from 'preact';
import type { Why } from '../../../../conversation/because.ts';
import type { How } from '../../../../domain/how.ts';
import type { Lang } from '../../../../domain/language.ts';
import type { Weighed } from '../../../../engine/reasons.ts';
import type { EngineEvent, TextKey } from '../../../../engine/types.ts';
import { useWords } from '../../../../web/kit/index.ts';
import type { Page } from '../page.ts';
import { textIn } from '../texts-of.ts';
import type { TryingTexts } from './texts.fr.ts';
import { TRYING } from './texts.ts';

interface WhyProps {
  page: Page;
  why: readonly Why[];
  /** The language the turn was said in. */
  lang: Lang;
}

/** Why a turn went as it went, one line a reason, in the order in which it was done. */
export function WhyList({ page, why, lang }: WhyProps): VNode {
  const words = useWords(TRYING);
  const lines = why.flatMap((one) => lineOf(one, { page, words, lang }) ?? []);
  if (lines.length === 0) return <p class="soft">{words.noWhy}</p>;
  return (
    <ol class="why">
      {lines.map((line, nth) => (
        <li key={nth}>{line}</li>
      ))}
    </ol>
  );
}

interface Around {
  page: Page;
  words: TryingTexts;
  lang: Lang;
}

/** Nothing for what the next line says better. */
function lineOf(why: Why, around: Around): ComponentChildren | undefined {
  const { words } = around;
  switch (why.kind) {
    case 'intent':
      if (why.read.kind === 'none') return undefined;
      return why.read.kind === 'one' ? (
        <>
          {words.intent} <code>{why.read.intent}</code> {howIn(why.how, words)}
        </>
      ) : (
        <>
          {words.intents} <code>{why.read.intents.join(', ')}</code>
        </>
      );
    case 'keyword':
      return `${words.keyword(why.flow)} ${howIn(why.how, words)}`;
    case 'excused':
      return <Said text={why.text} lead={words.excused} {...around} />;
    case 'called':
      return (
        <>
          {words.called} <code>{why.name}</code> <Json of={why.params} />{' '}
          {why.result.ok ? (
            <>
              {words.brought} <Json of={why.result.value} />
            </>
          ) : (
            words.failed(why.result.code)
          )}
        </>
      );
    case 'took':
      if (why.input.kind === 'start') return words.began(why.input.flow);
      if (why.input.kind === 'interrupt') return words.interrupted(why.input.flow);
      return words.inputs[why.input.kind];
    case 'read':
      return <Read why={why} {...around} />;
    case 'branched':
      return (
        <>
          {words.branched(why.step)} <Expression of={why.condition} words={words} />, {words.takes(why.way)}
        </>
      );
    case 'drawn':
      return words.drawn(why.step, why.way);
    case 'withheld':
      return (
        <>
          {words.withheld(why.choice)} <Expression of={why.condition} words={words} />
        </>
      );
    case 'set':
      return (
        <>
          {words.sets(why.path)} <Expression of={why.value} words={words} />
        </>
      );
    case 'walked': {
      const { step, exit, dropped, retried } = why.walked;
      if (dropped) return words.dropped(step);
      if (exit !== undefined) return words.left(step, exit);
      return retried ? undefined : words.waits(step);
    }
    case 'happened':
      return happened(why.event, around);
  }
}

function happened(event: EngineEvent, around: Around): ComponentChildren | undefined {
  const { words } = around;
  switch (event.kind) {
    case 'said':
      return <Said text={event.text} lead={words.says} {...around} />;
    case 'answered':
      return <Kept name={event.step} value={event.value} words={words} />;
    case 'profile_changed':
      return <Kept name={`person.${event.path}`} value={event.value} words={words} />;
    case 'asked_for':
      return (
        <>
          {words.asksFor} <code>{event.effect}</code> <Json of={event.params} />
        </>
      );
    case 'step_failed':
      return (
        <>
          {words.stepFailed(event.step)} <code>{event.code}</code>
        </>
      );
    case 'expired':
    case 'handed_over':
    case 'reminded':
    case 'result_saved':
    case 'survey_ended':
    case 'timed_out':
    case 'withdrawn':
    case 'written':
      return (
        <>
          {words.event} <code>{event.kind}</code>
        </>
      );
  }
}

const Kept = ({ name, value, words }: { name: string; value: unknown; words: TryingTexts }): VNode => (
  <>
    {words.saves} <code>{name}</code> = <Json of={value} />
  </>
);

/** The text that was said, and where its words stand in the review. */
function Said({ text, lead, page, lang }: Around & { text: TextKey; lead: string }): VNode {
  const { state } = textIn(lang, text, page.speaker);
  return (
    <>
      {lead}{' '}
      <code>
        {text.flow}/{text.key}
      </code>{' '}
      ({page.texts.languages[lang] ?? lang}) <span class={`review review-${state}`}>{page.texts[state]}</span>
    </>
  );
}

function Read({ why, page, words }: Around & { why: Extract<Why, { kind: 'read' }> }): VNode {
  const { step, type, how, understood, tries, of } = why;
  switch (understood.kind) {
    case 'value':
      return (
        <>
          {words.readAs(step, page.mapTexts.questions[type] ?? type)} <Json of={understood.value} />{' '}
          {howIn(how, words) || `(${understood.value === null ? words.medium : words.button})`}
        </>
      );
    case 'many':
      return <>{words.readMany(step, understood.candidates.map((each) => each.split('|')[0]).join(', '))}</>;
    case 'more':
      return <>{words.readMore(step, understood.picked.join(', '))}</>;
    case 'lost':
      return <>{words.readLost(step)}</>;
    case 'wordless':
      return <>{words.readWordless(step)}</>;
    case 'none':
      return <>{words.notRead(step, tries + 1, of)}</>;
  }
}

/** In brackets what the reader went by; nothing where it went by no words. */
function howIn(how: readonly How[], { by, levels, errors }: TryingTexts): string {
  const ways = how.map((one) => {
    if (one.errors !== undefined) return `${by[one.by]}, ${errors(one.errors)}`;
    return one.by === 'spelling' && one.level !== undefined ? levels[one.level] : by[one.by];
  });
  return ways.length === 0 ? '' : `(${[...new Set(ways)].join(' ; ')})`;
}

function Expression({ of: { source, names, result }, words }: { of: Weighed; words: TryingTexts }): VNode {
  const read = Object.entries(names);
  return (
    <>
      <code>{source}</code>
      {read.length === 0 ? null : ` ${words.where} `}
      {read.map(([name, value], nth) => (
        <span key={name}>
          {nth === 0 ? '' : ', '}
          <code>
            {name} = {JSON.stringify(value)}
          </code>
        </span>
      ))}{' '}
      {result.ok ? (
        <>
          {words.gives} <Json of={result.value} />
        </>
      ) : (
        words.failed(result.code)
      )}
    </>
  );
}

const Json = ({ of }: { of: unknown }): VNode => <code>{JSON.stringify(of)}</code>;
