import type { VNode } from 'preact';
import {
  inBoth,
  langOf,
  plainly,
  type PublicContext,
  PublicPage,
  type PublicWords,
  Say,
} from '../../../web/public/index.ts';
import { THEMES } from '../../updates/index.ts';
import { type Milestone, NATIONAL, type Phase, PHASES } from '../milestones/milestone.ts';
import type { Asked } from '../milestones/timeline.ts';
import { PARCOURS_BM } from './words.bm.ts';
import { PARCOURS_FR } from './words.fr.ts';

export const PARCOURS = inBoth(PARCOURS_FR, PARCOURS_BM);
type Words = PublicWords<typeof PARCOURS_FR>;

export interface ParcoursShown {
  milestones: readonly Milestone[];
  /** The phase of the newest of all, whatever was asked. */
  current: Phase | undefined;
  asked: Asked;
  regions: readonly { slug: string; name: string }[];
}

/** The timeline by phase; theme and region stand in the address. */
export function ParcoursPage({ ctx, shown }: { ctx: PublicContext; shown: ParcoursShown }): VNode {
  const words = PARCOURS[ctx.lang];
  const narrowed = shown.asked.theme !== undefined || shown.asked.region !== undefined;
  return (
    <PublicPage {...ctx.frame} title={words.title} lead={<Say of={words.lead} />}>
      <Choose ctx={ctx} words={words} shown={shown} />
      {narrowed && shown.milestones.length === 0 ? (
        <p>
          <Say of={words.noneAsked} />
        </p>
      ) : null}
      {PHASES.map((phase) => {
        const own = shown.milestones.filter((each) => each.phase === phase);
        if (narrowed && own.length === 0) return null;
        const { here, none, phases } = words;
        return (
          <section key={phase} aria-labelledby={phase}>
            <h2 id={phase} lang={langOf(phases[phase])}>
              {plainly(phases[phase])}
            </h2>
            {phase === shown.current ? (
              <p>
                <strong>
                  <span aria-hidden="true">● </span>
                  <Say of={here} />
                </strong>
              </p>
            ) : null}
            {own.length === 0 ? (
              <p class="soft">
                <Say of={none} />
              </p>
            ) : (
              <ul>
                {own.map((each) => (
                  <One key={each.key} ctx={ctx} words={words} each={each} regions={shown.regions} />
                ))}
              </ul>
            )}
          </section>
        );
      })}
    </PublicPage>
  );
}

interface OneProps {
  ctx: PublicContext;
  words: Words;
  each: Milestone;
  regions: ParcoursShown['regions'];
}

function One({ ctx, words, each, regions }: OneProps): VNode {
  const own = each.texts[ctx.lang];
  const place =
    each.place === NATIONAL
      ? words.national
      : (regions.find(({ slug }) => slug === each.place)?.name ?? each.place);
  const notes = [
    ...(own === undefined ? [words.otherLanguage] : []),
    each.verified ? words.verified : words.unverified,
    ...(each.confidence === 'provisional' ? [words.provisional] : []),
    ...(each.demo ? [words.example] : []),
  ];
  return (
    <li id={each.key}>
      <p>
        <strong>
          <time dateTime={each.date}>{dayWords(ctx, each.date)}</time>
        </strong>{' '}
        · <Say of={place} />
        <br />
        <span lang={own === undefined ? 'fr' : undefined}>{own ?? each.texts['fr']}</span>
      </p>
      <p class="soft">
        <Say of={words.source} />{' '}
        <span lang="fr">{each.link === '' ? each.source : <a href={each.link}>{each.source}</a>}</span>
        {notes.map((note) => (
          <>
            <br />
            <Say of={note} />
          </>
        ))}
      </p>
    </li>
  );
}

function Choose({ ctx, words, shown }: { ctx: PublicContext; words: Words; shown: ParcoursShown }): VNode {
  const { theme = '', region = '' } = shown.asked;
  return (
    <details open={theme !== '' || region !== ''}>
      <summary>
        <Say of={words.theme} /> · <Say of={words.region} />
      </summary>
      <form class="form" method="get" action="/parcours">
        {ctx.lang === 'fr' ? null : <input type="hidden" name="lang" value={ctx.lang} />}
        <p class="field">
          <label for="theme" lang={langOf(words.theme)}>
            {plainly(words.theme)}
          </label>
          <select id="theme" name="theme">
            <option value="">{plainly(words.all)}</option>
            {THEMES.map((value) => (
              <option key={value} value={value} selected={value === theme} lang={langOf(words.themes[value])}>
                {plainly(words.themes[value])}
              </option>
            ))}
          </select>
        </p>
        <p class="field">
          <label for="region">{plainly(words.region)}</label>
          <select id="region" name="region">
            <option value="">{plainly(words.all)}</option>
            {shown.regions.map(({ slug, name }) => (
              <option key={slug} value={slug} selected={slug === region} lang="fr">
                {name}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button class="button button-main" type="submit" lang={langOf(words.show)}>
            {plainly(words.show)}
          </button>
        </p>
      </form>
    </details>
  );
}

const dayWords = ({ lang }: PublicContext, day: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
