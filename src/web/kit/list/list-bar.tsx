import type { VNode } from 'preact';
import { Button } from '../button.tsx';
import { useLang, useWords } from '../language-context.ts';
import { Select } from '../select.tsx';
import { isNarrowed, listAddress, type ListState, LONGEST_SEARCH, sortWord } from './list-state.ts';
import { LIST } from './texts.ts';

/** Where a list stands. */
export interface ListPlace {
  /** Path of the page. */
  path: string;
  /** What else of the address the page lives by; it stays when the list changes. */
  kept?: Readonly<Record<string, string>>;
}

interface ListBarProps extends ListPlace {
  state: ListState;
  filters?: readonly { key: string; label: string; options: readonly { value: string; label: string }[] }[];
  /** @default true it can be searched */
  searches?: boolean;
}

/** The form above a list. It is sent to the page itself, so that what was asked stands in the address. */
export function ListBar({ path, kept = {}, state, filters = [], searches = true }: ListBarProps): VNode {
  const texts = useWords(LIST);
  const { search, sort } = state;
  const hidden = { ...kept, ...(sort === undefined ? {} : { sort: sortWord(sort) }) };
  return (
    <form
      class={isNarrowed(state) ? 'list-bar list-bar-narrowed' : 'list-bar'}
      method="get"
      action={path}
      role="search"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {searches ? (
        <div class="field">
          <label for={SEARCH_ID}>{texts.search}</label>
          <input id={SEARCH_ID} name="q" type="search" value={search} maxLength={LONGEST_SEARCH} />
        </div>
      ) : null}
      {filters.map(({ key, label, options }) => (
        <Select
          key={key}
          name={key}
          label={label}
          value={state.filters[key]}
          options={[{ value: '', label: texts.any }, ...options]}
        />
      ))}
      <div class="list-bar-ends">
        <Button look="quiet">{texts.apply}</Button>
        {isNarrowed(state) ? <a href={listAddress(path, kept, unasked(state))}>{texts.clear}</a> : null}
      </div>
    </form>
  );
}

interface ListCountProps extends ListPlace {
  state: ListState;
  found: number;
  total: number;
  /** Path of the file; that of the page itself answers `format=csv`. Absent: the list is not taken away. */
  file?: string | undefined;
}

/** How many were found, and the way to take exactly these away as a file. */
export function ListCount({ path, kept = {}, state, found, total, file }: ListCountProps): VNode {
  const texts = useWords(LIST);
  const number = new Intl.NumberFormat(useLang());
  const narrowed = isNarrowed(state);
  return (
    <p class="list-count">
      <span>{texts.count(number.format(found), found, narrowed ? number.format(total) : undefined)}</span>
      {file !== undefined && found > 0 ? <ListFile {...{ path, kept, state, file }} /> : null}
    </p>
  );
}

interface ListFileProps extends ListPlace {
  state: ListState;
  /** Path of the file. */
  file: string;
}

/** The way to take exactly what was found away. */
export function ListFile({ path, kept = {}, state, file }: ListFileProps): VNode {
  const texts = useWords(LIST);
  return (
    <a href={listAddress(file, kept, { ...state, page: 1, file: file === path })} download>
      {isNarrowed(state) ? texts.fileFound : texts.file}
    </a>
  );
}

const SEARCH_ID = 'list-q';

/** The same list with nothing asked but its order. */
const unasked = ({ sort }: ListState): ListState => ({
  ...{ search: '', page: 1, filters: {}, file: false },
  ...(sort === undefined ? {} : { sort }),
});
