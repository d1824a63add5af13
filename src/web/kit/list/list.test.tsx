import { describe, expect, it } from '@jest/globals';
import { renderPart } from '../index.ts';
import { csv } from '../csv.ts';
import { fileRows, findRows, type ListColumn, type ListFilter } from './find-rows.ts';
import { ListTable } from './list-table.tsx';

interface Town {
  name: string;
  people: number;
  kind: 'town' | 'village';
}
const TOWNS: readonly Town[] = Array.from({ length: 23 }, (_, n) => ({
  name: `Tɔwn ${String(n + 1)}`,
  people: (n * 7) % 23,
  kind: n % 2 === 0 ? 'town' : 'village',
}));
const COLUMNS: readonly ListColumn<Town>[] = [
  {
    key: 'name',
    header: 'Nom',
    names: true,
    cell: ({ name }) => name,
    text: ({ name }) => name,
    sortBy: ({ name }) => name,
  },
  {
    key: 'people',
    header: 'Habitants',
    numeric: true,
    cell: ({ people }) => people,
    text: ({ people }) => String(people),
    sortBy: ({ people }) => people,
  },
  { key: 'way', header: 'Voir', cell: () => 'voir' },
];
const KIND: ListFilter<Town> = {
  key: 'kind',
  label: 'Sorte',
  options: ['town', 'village'].map((value) => ({ value, label: value })),
  fits: ({ kind }, value) => kind === value,
};
const spec = { columns: COLUMNS, filters: [KIND], rows: TOWNS, aPage: 10 };
const find = (query: string) => findRows(spec, new URLSearchParams(query), 'fr');
const draw = (query: string): string =>
  renderPart(
    <ListTable
      id="t"
      caption="Villes"
      path="/staff/t"
      kept={{ vue: 'past' }}
      columns={COLUMNS}
      filters={[KIND]}
      found={find(query)}
      file="/staff/t"
    />,
  );
const names = (query: string): string[] => find(query).rows.map(({ name }) => name);

describe('a list: all of it stands in the address', () => {
  it('is paged, and a page behind the last is the last', () => {
    expect([names('').length, names('page=3').length, find('page=99').page]).toEqual([10, 3, 3]);
    expect(draw('page=2')).toContain('href="/staff/t?vue=past&amp;page=3"');
  });

  it('sorts numbers as numbers and words as a reader does, both ways, over all pages', () => {
    expect(find('sort=-people').all.map(({ people }) => people)).toEqual(
      Array.from({ length: 23 }, (_, n) => 22 - n),
    );
    expect(names('sort=name').slice(0, 3)).toEqual(['Tɔwn 1', 'Tɔwn 2', 'Tɔwn 3']);
    const html = draw('sort=name');
    expect(html).toContain(
      'aria-sort="ascending"><a class="sort" href="/staff/t?vue=past&amp;sort=-name">Nom',
    );
    expect(html).toContain('href="/staff/t?vue=past&amp;sort=people">Habitants');
    expect(html).toContain('<th scope="col">Voir</th>');
  });

  it('searches without accents and in any case, every word of it; ɔ is found by o', () => {
    expect(names('q=TOWN+11')).toEqual(['Tɔwn 11', 'Tɔwn 19']);
    expect(names('q=nowhere')).toEqual([]);
  });

  it('filters; the form keeps the order and what else the page lives by', () => {
    const found = find('kind=village&sort=-people');
    expect(found.all.every(({ kind }) => kind === 'village')).toBe(true);
    const html = draw('kind=village&sort=-people');
    expect(html).toContain('<input type="hidden" name="vue" value="past"/>');
    expect(html).toContain('<input type="hidden" name="sort" value="-people"/>');
    expect(html).toContain('11 résultats sur 23');
  });

  it('the file is exactly what was found, on all pages, in the order of the screen, as text', () => {
    const found = find('kind=town&sort=people&page=2');
    const rows = fileRows(COLUMNS, found.all);
    expect(rows[0]).toEqual(['Nom', 'Habitants']);
    expect(rows.slice(1).map(([name]) => name)).toEqual(found.all.map(({ name }) => name));
    expect(rows).toHaveLength(13);
    expect(draw('kind=town&page=2')).toContain('href="/staff/t?vue=past&amp;kind=town&amp;format=csv"');
    expect(csv([['=1+1']])).toContain("'=1+1");
  });

  it('what is wrong or unknown is as if it was not asked for', () => {
    const plain = find('');
    for (const query of [
      'sort=__proto__',
      'sort=way',
      'kind=city',
      'page=-1',
      'page=1e9',
      'sort=',
      'limit=9999',
      'kind[$ne]=x',
    ])
      expect([query, find(query).rows]).toEqual([query, plain.rows]);
    const html = draw(`q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(html).not.toContain('<script');
    expect(html).toContain('Rien ne correspond');
  });
});
