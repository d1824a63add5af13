import type { VNode } from 'preact';
import type { Update } from '../model/update.ts';
import { numberWords } from '../model/update.ts';
import { DemoBadge, StaleBadge, StateBadge, TierBadge, UrgentBadge } from './badge.tsx';
import { ImageView } from './image-form.tsx';
import { dayWords, languageWords, type Page, placeWords } from './page.ts';

/** Exactly what is verified and published, nothing more and nothing less. */
export function ContentView({ page, update }: { page: Page; update: Update }): VNode {
  const { texts, languages } = page;
  const { content } = update;
  return (
    <section class="content-view" aria-labelledby="contenu-exact">
      <h2 id="contenu-exact">{texts.content}</h2>
      <p class="badges">
        <StateBadge update={update} texts={texts} /> <TierBadge update={update} texts={texts} />{' '}
        <UrgentBadge update={update} texts={texts} /> <DemoBadge update={update} texts={texts} />{' '}
        <StaleBadge page={page} update={update} />
      </p>
      <div class="sides">
        {languages.map((lang) => {
          const text = content.texts[lang];
          const empty = text === undefined || (text.title === '' && text.first === '' && text.second === '');
          return (
            <article key={lang} class="sheet" aria-label={texts.fields.in(languageWords(page, lang))}>
              <p class="sheet-lang">{texts.fields.in(languageWords(page, lang))}</p>
              {empty ? (
                <p class="soft">{texts.facts.noText}</p>
              ) : (
                <div lang={lang}>
                  {text.reason === undefined ? null : (
                    <p class="was-wrong" dir="auto">
                      {text.reason}
                    </p>
                  )}
                  <h3 dir="auto">{text.title === '' ? texts.untitled : text.title}</h3>
                  {[text.first, text.second].map((words, index) =>
                    words === '' ? null : (
                      <p key={index} dir="auto">
                        {words}
                      </p>
                    ),
                  )}
                </div>
              )}
              {text === undefined || text.audio === '' ? null : (
                <p>
                  <a href={`/media/${text.audio}`}>{texts.audioThere}</a>
                </p>
              )}
            </article>
          );
        })}
      </div>
      <ImageView page={page} update={update} />
      <Facts page={page} update={update} />
    </section>
  );
}

function Facts({ page, update }: { page: Page; update: Update }): VNode {
  const { texts } = page;
  const { content, number, hash, publication } = update;
  const { facts, fields } = texts;
  const or = (words: string): string => (words === '' ? facts.none : words);
  const rows: [string, VNode | string][] = [
    [facts.number, number === undefined ? facts.noNumber : numberWords(number)],
    ...(publication === undefined ? [] : [[texts.version, String(publication.version)] as [string, string]]),
    [fields.date, dayWords(page, content.date)],
    [facts.place, placeWords(page, content.place)],
    [fields.theme, content.theme === '' ? facts.none : texts.themes[content.theme]],
    [facts.source, <Source page={page} update={update} />],
    [fields.sha256, <code class="hash">{or(content.source.sha256)}</code>],
    [fields.urgent, content.urgent === true ? fields.isUrgent : fields.notUrgent],
    [fields.funding, or(content.funding)],
    [fields.reviewBy, dayWords(page, content.reviewBy)],
    [facts.hash, <code class="hash">{hash}</code>],
  ];
  return (
    <dl class="details">
      {rows.map(([term, words]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A link only ever leads to a web address: anything else was refused when it was read. */
function Source({ page: { texts }, update }: { page: Page; update: Update }): VNode {
  const { title, url } = update.content.source;
  return (
    <>
      {title === '' ? texts.facts.none : title}
      {url === '' ? null : (
        <>
          <br />
          <a class="address" href={url} rel="noreferrer noopener" target="_blank">
            {url}
          </a>
        </>
      )}
    </>
  );
}
