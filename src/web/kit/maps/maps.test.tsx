import { describe, expect, it } from '@jest/globals';
import { REGION_LIST } from '../../../language/index.ts';
import { renderPart } from '../render.ts';
import { type Area, offTheMap, unitsOf } from './areas.ts';
import { PlaceMap } from './place-map.tsx';
import { TILES } from './tiles.ts';
import { UNITS } from './units.ts';

const nameOf = (slug: string): string => `nom de ${slug}`;
const say = (share: number): string => `${String(Math.round(share * 100))} %`;
const area = (slug: string, share: number | null): Area => ({
  ...{ slug, share, name: nameOf(slug) },
  value: share === null ? '< 5' : say(share),
});
const draw = (...areas: Area[]): string =>
  renderPart(<PlaceMap title="Où ?" areas={areas} nameOf={nameOf} say={say} />);

describe('the tile map', () => {
  it('has each of the 20 regions once, Bamako among them, and no two on one place', () => {
    const slugs = REGION_LIST.map(({ slug }) => slug).sort();
    expect(TILES.map(({ slug }) => slug).sort()).toEqual(slugs);
    expect(new Set(TILES.map(({ column, row }) => `${String(column)}/${String(row)}`)).size).toBe(20);
    expect(TILES.every(({ short }) => Array.from(short).length <= 5)).toBe(true);
  });

  it('says every region and its value to who does not see it', () => {
    const html = draw(area('bamako', 0.6), area('kidal', 0.4));
    expect(html).toContain(
      'role="img" aria-label="Où ? nom de taoudenit, aucune réponse ; nom de kidal, 40 %',
    );
    expect(html).toContain('title="nom de bamako : 60 %"');
    expect(html).toMatch(/tile-column-2 tile-row-5 shade-5"/u);
    expect(html).not.toContain('style=');
  });

  it('S12: a hidden region is hatched, has no shade, and its historic unit is hidden with it', () => {
    const html = draw(area('kayes', 0.5), area('nioro', null), area('bamako', 0.5));
    expect(html).toMatch(/tile-column-2 tile-row-3 hatched" title="nom de nioro : &lt; 5"/u);
    const units = unitsOf([area('kayes', 0.5), area('nioro', null)], nameOf, say, 'masqué');
    expect(units.find(({ slug }) => slug === 'kayes')).toMatchObject({ share: null, value: 'masqué' });
    expect(html).toMatch(/<path d="[^"]+" class="unit" fill="url\(#/u);
  });

  it('names beside the map what stands on none', () => {
    expect(offTheMap([area('diaspora', 0.1)])).toHaveLength(1);
    expect(draw(area('diaspora', 0.1))).toContain(
      'Pas sur la carte, mais dans le tableau : nom de diaspora.',
    );
  });
});

describe('the map of the historic units', () => {
  it('has the nine of them, each a part of the country, and adds today’s regions up', () => {
    const slugs = UNITS.map(({ slug }) => slug).sort();
    expect([...new Set(TILES.map(({ unit }) => unit))].sort()).toEqual(slugs);
    expect(slugs).toHaveLength(9);
    const units = unitsOf([area('gao', 0.25), area('menaka', 0.5)], nameOf, say, 'masqué');
    expect(units.find(({ slug }) => slug === 'gao')).toMatchObject({ share: 0.75, value: '75 %' });
    expect(units.find(({ slug }) => slug === 'segou')).toMatchObject({ share: 0, value: '0 %' });
  });

  it('Natural Earth: Bamako lies where it lies, between Kayes and Ségou, and south of Kidal', () => {
    const at = (slug: string) => UNITS.find((unit) => unit.slug === slug)?.middle ?? [0, 0];
    expect(at('kayes')[0]).toBeLessThan(at('bamako')[0]);
    expect(at('bamako')[0]).toBeLessThan(at('segou')[0]);
    expect(at('bamako')[1]).toBeGreaterThan(at('kidal')[1]);
  });
});
