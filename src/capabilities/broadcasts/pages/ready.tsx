import type { VNode } from 'preact';
import { Notice } from '../../../web/kit/index.ts';
import { EXCLUSIONS } from '../../audiences/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { timesOf } from '../model/repeat.ts';
import { languagesOf } from '../model/texts.ts';
import { aloneUpTo, recipientsOf } from '../model/two-people.ts';
import type { Outlook } from '../outlook.ts';
import { OriginNote } from './audience-form.tsx';
import type { Origin } from './chosen.ts';
import type { Estimate } from './estimate.ts';
import { countWords, dayWords, languageWords, momentWords, type Page, shownWords } from './page.ts';

export interface ReadyProps {
  page: Page;
  broadcast: Broadcast;
  outlook: Outlook;
  estimate: Estimate;
  /** What became of the saved audience it has a copy of. */
  origin: Origin | undefined;
  /** The setting of the two-person rule. */
  limit: number;
}

/** Before it is sent: who would get it and who not and why, what a language lacks, when, how long, and what it costs. */
export function Ready(props: ReadyProps): VNode {
  const { page, broadcast, outlook, origin, limit } = props;
  const { texts } = page;
  const { regions } = broadcast.scope;
  const recipients = recipientsOf(outlook.shown);
  const alone = countWords(page, aloneUpTo(broadcast, limit));
  return (
    <section aria-labelledby="public">
      <h2 id="public">{texts.readyTitle}</h2>
      <p>{texts.audience(page.describe(broadcast))}</p>
      <OriginNote page={page} origin={origin} />
      {regions === undefined ? null : (
        <p>{texts.borders(regions.map((slug) => regionWords(page, slug)).join(', '))}</p>
      )}
      <p class="big">{texts.recipients(shownWords(page, recipients), recipients)}</p>
      {outlook.tooFew ? (
        <Notice tone="warning">
          <p>{texts.tooFew}</p>
        </Notice>
      ) : null}
      <Lacks {...props} />
      <p>{outlook.takesTwo ? texts.takesTwo(alone) : texts.oneIsEnough(alone)}</p>
      <Excluded {...props} />
      <Segments {...props} />
      <When {...props} />
    </section>
  );
}

/** People whose language has no text get nothing (B2). Whether a few speak it or nobody is not told apart. */
function Lacks({ page, broadcast, outlook }: ReadyProps): VNode | null {
  const { texts } = page;
  const has = languagesOf(broadcast.content);
  const { byLang } = outlook.shown;
  const spoken = [...new Set([...(page.smallest > 1 ? page.languages : []), ...Object.keys(byLang)])];
  const lacking = spoken
    .filter((lang) => !has.includes(lang) && (page.smallest > 1 || byLang[lang] !== 0))
    .map((lang) => [lang, byLang[lang] ?? 0] as const);
  if (lacking.length === 0) return null;
  return (
    <Notice tone="warning">
      {lacking.map(([lang, n]) => (
        <p key={lang}>{texts.lacksText(languageWords(page, lang), shownWords(page, n), n)}</p>
      ))}
    </Notice>
  );
}

function Excluded({ page, outlook }: ReadyProps): VNode {
  const { texts } = page;
  const some = EXCLUSIONS.filter((why) => outlook.shown.excluded[why] > 0);
  return (
    <>
      <h3>{texts.excludedTitle}</h3>
      {some.length === 0 ? (
        <p>{texts.nobodyExcluded}</p>
      ) : (
        <ul class="reach">
          {some.map((why) => (
            <li key={why}>
              <strong>{shownWords(page, outlook.shown.excluded[why])}</strong> {texts.excluded[why]}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Segments({ page, outlook: { shown } }: ReadyProps): VNode {
  const { texts } = page;
  const parts: readonly [string, Readonly<Record<string, number>>, (key: string) => string][] = [
    [texts.byLang, shown.byLang, (lang) => languageWords(page, lang)],
    [texts.byChannel, shown.byChannel, (channel) => page.channelName(channel)],
    [texts.byRegion, shown.byRegion, (slug) => regionWords(page, slug)],
  ];
  return (
    <div class="segments">
      {parts
        .filter(([, found]) => Object.values(found).some((n) => n > 0))
        .map(([title, found, words]) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul class="reach">
              {Object.entries(found)
                .filter(([, n]) => n > 0)
                .sort(([, a], [, b]) => b - a)
                .map(([key, n]) => (
                  <li key={key}>
                    {words(key)} <strong>{shownWords(page, n)}</strong>
                  </li>
                ))}
            </ul>
          </div>
        ))}
    </div>
  );
}

function When({ page, broadcast: { at, every }, estimate }: ReadyProps): VNode {
  const { texts } = page;
  const times = every === undefined ? 1 : timesOf(every, at ?? page.now);
  return (
    <>
      <h3>{texts.whenTitle}</h3>
      <p>{at === null ? texts.whenNow : texts.whenAt(momentWords(page, at))}</p>
      {every === undefined ? null : (
        <p>
          {texts.whenEvery(
            countWords(page, every.days),
            dayWords(page, every.until),
            countWords(page, times),
          )}
        </p>
      )}
      <p>
        {texts.duration(durationWords(page, estimate.ms))} {texts.nightNote}
      </p>
      <p>{costWords(page, estimate)}</p>
    </>
  );
}

function durationWords(page: Page, ms: number): string {
  const { durations } = page.texts;
  const minutes = ms / 60_000;
  if (minutes < 1) return durations.moment;
  return minutes < 90
    ? durations.minutes(countWords(page, Math.ceil(minutes)))
    : durations.hours(countWords(page, Math.round(minutes / 60)));
}

function costWords(page: Page, { cost, unpriced }: Estimate): string {
  if (unpriced.length > 0) return page.texts.costUnknown(unpriced.map(page.channelName).join(', '));
  return cost === 0 ? page.texts.costNothing : page.texts.cost(countWords(page, Math.ceil(cost)));
}

const regionWords = ({ regions, texts }: Page, slug: string): string =>
  slug === '' ? texts.noRegion : (regions.find((one) => one.slug === slug)?.name ?? slug);
