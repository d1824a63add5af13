import type { VNode } from 'preact';
import { Notice, type StaffLang } from '../../kit/index.ts';
import type { Need } from '../need.ts';
import type { GatheredNeeds } from '../needs.ts';
import { OVERVIEW } from './texts.ts';

/** What waits for this member, what presses most first; each line leads to its list. */
export function NeedsList({
  gathered: { needs, failures },
  lang,
  now,
}: {
  gathered: GatheredNeeds;
  lang: StaffLang;
  now: number;
}): VNode {
  const texts = OVERVIEW[lang];
  const time = new Intl.DateTimeFormat(lang, { timeStyle: 'medium', timeZone: 'Africa/Bamako' });
  const oldest = needs.reduce((least, { asOf }) => Math.min(least, asOf), now);
  return (
    <section class="needs overview-part" aria-labelledby="attend">
      <h2 id="attend">{texts.waits}</h2>
      {failures.length === 0 ? null : (
        <Notice tone="warning">
          <p>{texts.unread}</p>
        </Notice>
      )}
      {needs.length === 0 && failures.length === 0 ? <p>{texts.nothing}</p> : null}
      {needs.length === 0 ? null : (
        <ul>
          {needs.map((need) => (
            <Line key={need.key} need={need} lang={lang} />
          ))}
        </ul>
      )}
      <p class="as-of">{texts.asOf(time.format(oldest))}</p>
    </section>
  );
}

/** The number stands in the link, so that both are read together. */
function Line({ need: { count, words, href, level }, lang }: { need: Need; lang: StaffLang }): VNode {
  return (
    <li class={`need need-${level}`}>
      <strong class="need-count" aria-hidden="true">
        {new Intl.NumberFormat(lang).format(count)}
      </strong>
      <a href={href}>
        <span class="unseen">{new Intl.NumberFormat(lang).format(count)} </span>
        {words}
      </a>
      <span class="need-level">{OVERVIEW[lang].levels[level]}</span>
    </li>
  );
}
