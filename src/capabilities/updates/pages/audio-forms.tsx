import type { VNode } from 'preact';
import { Button } from '../../../web/kit/index.ts';
import { obstacle } from '../model/lifecycle.ts';
import type { Update } from '../model/update.ts';
import { itemPath, languageWords, type Page } from './page.ts';

/** A recording for each language; each goes by a form of its own, for a form with a file is sent apart. */
export function AudioForms({ page, update }: { page: Page; update: Update }): VNode | null {
  const { ctx, texts, languages } = page;
  if (obstacle(update, 'edit', ctx.person) !== undefined) return null;
  return (
    <section aria-labelledby="enregistrements">
      <h2 id="enregistrements">{texts.fields.audio}</h2>
      <p class="soft">{texts.audioLead}</p>
      <div class="sides">
        {languages.map((lang) => {
          const there = (update.content.texts[lang]?.audio ?? '') !== '';
          const id = `recording-${lang}`;
          const action = itemPath(update, `/audio/${lang}`);
          return (
            <div key={lang} class="sheet">
              <p class="sheet-lang">{texts.fields.in(languageWords(page, lang))}</p>
              <form class="form" method="post" action={action} enctype="multipart/form-data">
                <input type="hidden" name="rev" value={update.rev} />
                <div class="field">
                  <label for={id}>{texts.audioFile}</label>
                  <input id={id} type="file" name="recording" accept=".ogg,.opus,.mp3,.m4a,audio/*" />
                </div>
                <Button look="quiet">{there ? texts.audioReplace : texts.audioAdd}</Button>
              </form>
              {there ? (
                <form class="form" method="post" action={`${action}/remove`}>
                  <input type="hidden" name="rev" value={update.rev} />
                  <Button look="danger">{texts.audioRemove}</Button>
                </form>
              ) : null}
            </div>
          );
        })}
      </div>
    </section>
  );
}
