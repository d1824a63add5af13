import type { VNode } from 'preact';
import { dayWords, langOf, plainly, PublicNotice, Say, type Spoken } from '../../../web/public/index.ts';
import { CAUSES } from '../model/causes.ts';
import { type Change, changesBetween } from './changes.ts';
import type { NewsPage } from './page.ts';
import { isStale, type PublicItem } from './public-item.ts';

/** What is to be known before the words are read: withdrawn, corrected, out of date, an example, another language. */
export function ItemNotices({
  page,
  item,
  spoken,
}: {
  page: NewsPage;
  item: PublicItem;
  /** The language the words are in. */
  spoken: string;
}): VNode {
  const { lang, words, today } = page;
  const { now, withdrawn, versions } = item;
  const { content } = now;
  return (
    <>
      {withdrawn === undefined ? null : <Withdrawn page={page} item={item} />}
      {versions.length > 1 && withdrawn === undefined ? (
        <Corrected page={page} item={item} spoken={spoken} />
      ) : null}
      {withdrawn === undefined && isStale(content, today) ? (
        <PublicNotice lang={lang} tone="warning">
          <p>
            <Say of={words.staleText(dayWords(lang, content.reviewBy))} />
          </p>
        </PublicNotice>
      ) : null}
      {item.demo ? (
        <PublicNotice lang={lang} tone="warning">
          <p>
            <Say of={words.demoText} />
          </p>
        </PublicNotice>
      ) : null}
      {spoken === lang ? null : (
        <p class="soft">
          <Say of={words.otherLanguage} />
        </p>
      )}
    </>
  );
}

function Withdrawn({
  page: { lang, words },
  item: { withdrawn },
}: {
  page: NewsPage;
  item: PublicItem;
}): VNode {
  const cause = CAUSES.find((one) => one === withdrawn?.reason);
  return (
    <PublicNotice lang={lang} tone="error">
      <p>
        <strong>
          <Say of={words.withdrawn.title} />
        </strong>
      </p>
      <p>
        {cause === undefined ? null : (
          <>
            <Say of={words.withdrawn.causes[cause]} />{' '}
          </>
        )}
        <Say of={words.withdrawn.when(dayWords(lang, withdrawn?.at ?? ''))} />
      </p>
    </PublicNotice>
  );
}

function Corrected({ page, item, spoken }: { page: NewsPage; item: PublicItem; spoken: string }): VNode {
  const { lang, words } = page;
  const { now, versions } = item;
  const before = versions.at(-2);
  const reason = now.content.texts[spoken]?.reason ?? now.reason ?? '';
  const changes = before === undefined ? [] : changesBetween(page, spoken, before.content, now.content);
  return (
    <PublicNotice lang={lang} tone="info">
      <p>
        <strong>
          <Say of={words.corrected.title} />
        </strong>
      </p>
      <p>
        <Say of={words.corrected.when(dayWords(lang, now.at))} />
      </p>
      {reason === '' ? null : (
        <p lang={spoken === lang ? undefined : spoken} dir="auto">
          {reason}
        </p>
      )}
      {changes.length === 0 ? null : (
        <details open>
          <summary lang={langOf(words.corrected.what)}>{plainly(words.corrected.what)}</summary>
          <dl class="changes">
            {changes.map((change, nth) => (
              <ChangeRow key={nth} page={page} change={change} />
            ))}
          </dl>
        </details>
      )}
    </PublicNotice>
  );
}

function ChangeRow({
  page: {
    words: { corrected },
  },
  change: { label, was, is },
}: {
  page: NewsPage;
  change: Change;
}): VNode {
  const or = (words: Spoken): Spoken => (words === '' ? corrected.nothing : words);
  return (
    <div>
      <dt lang={langOf(label)}>{plainly(label)}</dt>
      {was === '' && is === '' ? (
        <dd>
          <Say of={corrected.replaced} />
        </dd>
      ) : (
        <>
          <dd>
            <span class="change-word">
              <Say of={corrected.was} />
            </span>{' '}
            <del>
              <Say of={or(was)} />
            </del>
          </dd>
          <dd>
            <span class="change-word">
              <Say of={corrected.is} />
            </span>{' '}
            <ins>
              <Say of={or(is)} />
            </ins>
          </dd>
        </>
      )}
    </div>
  );
}
