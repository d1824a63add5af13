import type { VNode } from 'preact';
import { Button } from '../../../web/kit/index.ts';
import { obstacle } from '../model/lifecycle.ts';
import type { Update } from '../model/update.ts';
import { picturePath } from '../pictures/picture-route.ts';
import { itemPath, languageWords, type Page } from './page.ts';

/** The picture of an item, as everybody will see it, with what is said of it. */
export function ImageView({ page, update }: { page: Page; update: Update }): VNode | null {
  const { texts, languages } = page;
  const { image } = update.content;
  if (image === undefined) return null;
  const [first = ''] = languages;
  return (
    <figure class="picture">
      <img src={picturePath(image.id)} alt={image.alt[first] ?? ''} />
      <figcaption>
        {languages.map((lang) => {
          const alt = image.alt[lang] ?? '';
          return (
            <p key={lang}>
              <span class="soft">{texts.fields.in(languageWords(page, lang))} : </span>
              {alt === '' ? <span class="soft">{texts.noAlt}</span> : <span lang={lang}>{alt}</span>}
            </p>
          );
        })}
      </figcaption>
    </figure>
  );
}

/** Adds, replaces and takes away the picture, by forms of their own. */
export function ImageForm({ page, update }: { page: Page; update: Update }): VNode | null {
  const { ctx, texts } = page;
  if (obstacle(update, 'edit', ctx.person) !== undefined) return null;
  const there = update.content.image !== undefined;
  const action = itemPath(update, '/image');
  return (
    <section aria-labelledby="image">
      <h2 id="image">{texts.image}</h2>
      <p class="soft">{texts.imageLead}</p>
      <form class="form" method="post" action={action} enctype="multipart/form-data">
        <input type="hidden" name="rev" value={update.rev} />
        <div class="field">
          <label for="picture">{texts.imageFile}</label>
          <input id="picture" type="file" name="picture" accept="image/jpeg,image/png,image/webp" />
        </div>
        <Button look="quiet">{there ? texts.imageReplace : texts.imageAdd}</Button>
      </form>
      {there ? (
        <form class="form" method="post" action={`${action}/remove`}>
          <input type="hidden" name="rev" value={update.rev} />
          <Button look="danger">{texts.imageRemove}</Button>
        </form>
      ) : null}
    </section>
  );
}
