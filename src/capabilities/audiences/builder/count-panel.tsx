import type { VNode } from 'preact';
import { formatsOf, useLang, useWords } from '../../../web/kit/index.ts';
import { type Counts, EXCLUSIONS } from '../ports.ts';
import { AUDIENCE_WORDS } from '../pages/texts.ts';
import type { Field } from '../model/audience.ts';
import { COUNT } from './step-button.tsx';

export interface CountPanelProps {
  /** As {@link shownCounts} leaves them. */
  counts: Counts;
  smallest: number;
  /** What is counted, in words. */
  words: string;
  /** A value's name; `''`: it was not said. */
  nameOf: (field: Field, value: string) => string;
}

/** How many an audience reaches now, who not and why, and who they are. */
export function CountPanel(props: CountPanelProps): VNode {
  const { counts, words, nameOf } = props;
  const texts = useWords(AUDIENCE_WORDS);
  const people = usePeople(props.smallest);
  const some = EXCLUSIONS.filter((why) => counts.excluded[why] > 0);
  const parts = [
    [texts.byLang, counts.byLang, 'lang'],
    [texts.byChannel, counts.byChannel, 'channel'],
    [texts.byRegion, counts.byRegion, 'region'],
  ] as const;
  return (
    <section id={COUNT} class="count" aria-labelledby={`${COUNT}-titre`}>
      <h2 id={`${COUNT}-titre`}>{texts.countTitle}</h2>
      <p class="soft">{words}</p>
      <p class="big" role="status">
        {texts.reached(people(counts.reachable))}
      </p>
      <h3>{texts.excludedTitle}</h3>
      {some.length === 0 ? (
        <p>{texts.nobodyExcluded}</p>
      ) : (
        <ul class="figures">
          {some.map((why) => (
            <li key={why}>
              <strong>{people(counts.excluded[why])}</strong> {texts.excluded[why]}
            </li>
          ))}
        </ul>
      )}
      {parts.map(([title, sums, field]) => (
        <Part
          key={field}
          title={title}
          sums={sums}
          people={people}
          nameOf={(value) => nameOf(field, value)}
        />
      ))}
      {props.smallest > 1 ? <p class="soft">{texts.rounded(props.smallest)}</p> : null}
    </section>
  );
}

interface PartProps {
  title: string;
  sums: Readonly<Record<string, number>>;
  people: (n: number) => string;
  nameOf: (value: string) => string;
}

/** The largest first; those with too few to be named are not told apart from those with none. */
function Part({ title, sums, people, nameOf }: PartProps): VNode | null {
  const some = Object.entries(sums)
    .filter(([, n]) => n > 0)
    .sort(([, a], [, b]) => b - a);
  if (some.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="figures">
        {some.map(([value, n]) => (
          <li key={value}>
            {nameOf(value)} <strong>{people(n)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A number of people as it may be said. */
export function usePeople(smallest: number): (n: number) => string {
  const texts = useWords(AUDIENCE_WORDS);
  const { count } = formatsOf(useLang());
  return (n) => {
    if (smallest <= 1) return count.format(n);
    return n === 0 ? texts.fewerThan(smallest) : texts.around(count.format(n));
  };
}
