import type { VNode } from 'preact';
import { langOf, plainly, type Spoken } from '../../../web/public/index.ts';
import { NATIONAL } from '../model/content.ts';
import { THEMES } from '../model/themes.ts';
import { type Asked, listPath } from './asked.ts';
import type { NewsPage } from './page.ts';

/** A form that is a link: what it asks stands in the address, and no script is needed. */
export function Filters({ page, asked }: { page: NewsPage; asked: Asked }): VNode {
  const { lang, words, regions } = page;
  const { filters } = words;
  return (
    <form class="filters" method="get" action="/updates" role="search" aria-label={plainly(filters.title)}>
      {lang === 'fr' ? null : <input type="hidden" name="lang" value={lang} />}
      {asked.stale === true ? <input type="hidden" name="anciennes" value="1" /> : null}
      <Choice
        name="theme"
        label={filters.theme}
        every={filters.everyTheme}
        chosen={asked.theme}
        options={THEMES.map((theme) => ({ value: theme, label: words.themes[theme] }))}
      />
      <Choice
        name="lieu"
        label={filters.place}
        every={filters.everyPlace}
        chosen={asked.place}
        options={[
          { value: NATIONAL, label: words.national },
          ...regions.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <button class="button button-main" type="submit" lang={langOf(filters.show)}>
        {plainly(filters.show)}
      </button>
      {asked.theme === undefined && asked.place === undefined ? null : (
        <a class="filters-clear" href={listPath(lang)} lang={langOf(filters.clear)}>
          {plainly(filters.clear)}
        </a>
      )}
    </form>
  );
}

interface ChoiceProps {
  name: string;
  label: Spoken;
  every: Spoken;
  chosen: string | undefined;
  options: readonly { value: string; label: Spoken }[];
}

function Choice({ name, label, every, chosen, options }: ChoiceProps): VNode {
  const id = `choix-${name}`;
  return (
    <div class="field">
      <label for={id} lang={langOf(label)}>
        {plainly(label)}
      </label>
      <select id={id} name={name}>
        <option value="" lang={langOf(every)}>
          {plainly(every)}
        </option>
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === chosen}
            lang={langOf(option.label)}
          >
            {plainly(option.label)}
          </option>
        ))}
      </select>
    </div>
  );
}
