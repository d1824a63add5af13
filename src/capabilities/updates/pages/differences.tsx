import type { VNode } from 'preact';
import type { UpdateContent } from '../model/content.ts';
import type { Update } from '../model/update.ts';
import { languageWords, type Page } from './page.ts';

/** What has changed since the content somebody verified last or, before anybody did, since it was handed in last. */
export function Differences({ page, update }: { page: Page; update: Update }): VNode {
  const { texts } = page;
  const { approved, before } = update;
  const than = approved ?? before;
  const changed = than === undefined ? [] : differences(page, than, update.content);
  const none = approved === undefined ? texts.noDifference : texts.sinceApprovalNone;
  return (
    <section aria-labelledby="changements">
      <h2 id="changements">{approved === undefined ? texts.differences : texts.sinceApproval}</h2>
      {than === undefined ? (
        <p>{texts.noBefore}</p>
      ) : changed.length === 0 ? (
        <p>{none}</p>
      ) : (
        <dl class="changes">
          {changed.map(({ label, before: was, after }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <span class="change-word">{texts.before}</span>
                <del>{was === '' ? texts.nothing : was}</del>
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
        [label(texts.reason), text?.reason ?? ''],
        [label(texts.imageAlt), content.image?.alt[lang] ?? ''],
      ];
    }),
    [texts.image, content.image?.id ?? ''],
    [fields.sourceTitle, content.source.title],
    [fields.sourceUrl, content.source.url],
    [fields.sha256, content.source.sha256],
    [fields.urgent, content.urgent === true ? fields.isUrgent : fields.notUrgent],
    [fields.funding, content.funding],
    [fields.reviewBy, content.reviewBy],
  ];
}
