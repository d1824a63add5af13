import type { VNode } from 'preact';
import { Button, Notice, StaffPage } from '../../../../web/kit/index.ts';
import type { StaffContext } from '../../../../web/staff/index.ts';
import { updateStyles } from '../../pages/styles.ts';
import type { SelfCheck, Wrong } from '../self-check.ts';
import type { LogTexts } from './texts.fr.ts';
import { LOG_TEXTS } from './texts.ts';

export interface LogPageProps {
  ctx: StaffContext;
  /** The last look through it; `undefined` where none was finished since the start. */
  checked: SelfCheck | undefined;
  /** Id of the key that signs now. */
  kid: string;
}

/** Whether the log of publications is whole, where it ends, and how to check it without us. */
export function LogPage({ ctx, checked, kid }: LogPageProps): VNode {
  const { lang } = ctx.frame;
  const texts = LOG_TEXTS[lang];
  return (
    <StaffPage {...ctx.frame} title={texts.title} lead={texts.lead} styles={updateStyles}>
      <p>
        <a href="/staff/updates">{texts.back}</a>
      </p>
      {checked === undefined ? null : <Outcome checked={checked} texts={texts} lang={lang} />}
      <form method="post" action="/staff/updates/log/check">
        <Button look="quiet">{texts.check}</Button>
      </form>
      <dl class="details">
        {checked === undefined ? null : (
          <>
            <div>
              <dt>{texts.checkedAt}</dt>
              <dd>{momentIn(lang, checked.at)}</dd>
            </div>
            <div>
              <dt>{texts.head}</dt>
              <dd>
                <code>{`${String(checked.head.seq)}:${checked.head.hash}`}</code>
                <br />
                {texts.headAdvice}
              </dd>
            </div>
          </>
        )}
        <div>
          <dt>{texts.key}</dt>
          <dd>
            <code>{kid}</code>
          </dd>
        </div>
      </dl>
      <section aria-labelledby="fichiers">
        <h2 id="fichiers">{texts.files}</h2>
        <ul>
          <li>
            <a href="/verify/log.jsonl">{texts.file}</a>
          </li>
          <li>
            <a href="/.well-known/benkan-keys.json">{texts.keys}</a>
          </li>
          <li>
            <a href="/verify">{texts.publicPage}</a>
          </li>
        </ul>
      </section>
    </StaffPage>
  );
}

function Outcome({ checked, texts, lang }: { checked: SelfCheck; texts: LogTexts; lang: string }): VNode {
  const { wrong, entries } = checked;
  if (wrong === undefined)
    return (
      <Notice tone={entries === 0 ? 'info' : 'success'} live>
        <p>{entries === 0 ? texts.none : texts.whole(new Intl.NumberFormat(lang).format(entries))}</p>
      </Notice>
    );
  return (
    <Notice tone="error" live>
      <p>{texts.broken(whereIn(wrong, texts), texts.damages[wrong.what])}</p>
      <p>{texts.brokenAdvice}</p>
    </Notice>
  );
}

const whereIn = (wrong: Wrong, texts: LogTexts): string =>
  'number' in wrong ? wrong.number : texts.entry(String(wrong.seq));

const momentIn = (lang: string, at: number): string =>
  new Intl.DateTimeFormat(lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Africa/Bamako',
  }).format(at);
