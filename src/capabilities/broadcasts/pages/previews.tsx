import type { VNode } from 'preact';
import { countWords, languageWords, type Page } from './page.ts';
import type { Pages } from './pages.ts';

/** By language. */
export type Told = Readonly<Record<string, string>>;

interface PreviewsProps {
  page: Page;
  /** What is told in each language; absent where nothing is written. */
  told: Told;
  asSms: Pages['asSms'];
}

/** Every text as a phone shows it: in a bubble where letters are free, and as an SMS with what it costs. */
export function Previews({ page, told, asSms }: PreviewsProps): VNode {
  const { texts, languages } = page;
  return (
    <section aria-labelledby="apercu">
      <h2 id="apercu">{texts.previewTitle}</h2>
      <div class="sides">
        {languages.map((lang) => {
          const text = told[lang] ?? '';
          return (
            <div class="sheet" key={lang}>
              <h3>{texts.previewOf(languageWords(page, lang))}</h3>
              {text === '' ? <p class="soft">{texts.noText}</p> : <Shown {...{ page, lang, text, asSms }} />}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Shown({
  page,
  lang,
  text,
  asSms,
}: Omit<PreviewsProps, 'told'> & { lang: string; text: string }): VNode {
  const written = asSms(text);
  return (
    <>
      <p class="soft">{page.texts.onPhone}</p>
      <p class="bubble" lang={lang} dir="auto">
        {text}
      </p>
      <p class="soft">{page.texts.onSms(`${countWords(page, written.parts)} SMS`)}</p>
      <p class="bubble bubble-sms" lang={lang} dir="auto">
        {written.text}
      </p>
    </>
  );
}
