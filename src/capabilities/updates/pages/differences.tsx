import type { VNode } from 'preact';
import type { UpdateContent } from '../model/content.ts';
import type { Update } from '../model/update.ts';
import { languageWords, type Page } from './page.ts';

/** What has changed since the content that was handed in before, part by part. */
export function Differences({ page, update }: { page: Page; update: Update }): VNode {
  const { texts } = page;
  const changed = update.before === undefined ? [] : differences(page, update.before, update.content);
  return (
    <section aria-labelledby="changements">
      <h2 id="changements">{texts.differences}</h2>
      {update.before === undefined ? (
        <p>{texts.noBefore}</p>
      ) : changed.length === 0 ? (
        <p>{texts.noDifference}</p>
      ) : (
        <dl class="changes">
          {changed.map(({ label, before, after }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <span class="change-word">{texts.before}</span>
                <del>{before === '' ? texts.nothing : before}</del>
              </dd>
              <dd>
                <span class="change-word">{texts.after}</span>
                <ins>{after === '' ? texts.nothing : after}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

interface Change {
  label: string;
  before: string;
  after: string;
}

function differences(page: Page, before: UpdateContent, after: UpdateContent): Change[] {
  const [old, fresh] = [partsOf(page, before), partsOf(page, after)];
  return fresh.flatMap(([label, words], index) => {
    const was = old[index]?.[1] ?? '';
    return was === words ? [] : [{ label, before: was, after: words }];
  });
}

/** Every part under its words, codes included: what a code was changed to must be seen. */
function partsOf({ texts, languages, ...rest }: Page, content: UpdateContent): [string, string][] {
  const { fields } = texts;
  const page = { texts, languages, ...rest };
  return [
    [fields.date, content.date],
    [fields.place, content.place],
    [fields.theme, content.theme === '' ? '' : texts.themes[content.theme]],
    [fields.tier, content.tier === '' ? '' : texts.tiers[content.tier]],
    ...languages.flatMap((lang): [string, string][] => {
      const text = content.texts[lang];
      const label = (part: string): string => `${part} (${languageWords(page, lang)})`;
      return [
        [label(fields.title), text?.title ?? ''],
        [label(fields.first), text?.first ?? ''],
        [label(fields.second), text?.second ?? ''],
        [label(fields.audio), text?.audio ?? ''],
      ];
    }),
    [fields.sourceTitle, content.source.title],
    [fields.sourceUrl, content.source.url],
    [fields.sha256, content.source.sha256],
    [fields.funding, content.funding],
    [fields.reviewBy, content.reviewBy],
  ];
}
