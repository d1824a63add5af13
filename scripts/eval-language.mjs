#!/usr/bin/env node
// How well typed messages are understood: `npm run eval:language [-- --shared FOLDER]`. Prints counts and every confusion.
// Sets: written by hand (test/language/written), generated from the tables, and, where the folder is there, the project's
// glossary and parallel sentences, which are read where they lie (../shared/data/bambara) and never copied.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { shared: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});
if (values.help === true) {
  console.log(
    'npm run eval:language [-- --shared FOLDER]\n\nPrints how well typed messages are understood: counts and every confusion; exit code 1 below a floor.\n  --shared FOLDER  glossary and parallel sentences to be read where they lie (default ../shared/data/bambara)',
  );
  process.exit(0);
}
const root = path.resolve(import.meta.dirname, '..');
const room = path.join(root, 'dist', 'language');
if (!existsSync(path.join(room, 'evaluating', 'evaluate.js'))) {
  console.error('There is no build: run `npm run build` first.');
  process.exit(1);
}
const load = (name) => import(path.join(room, name));
const { evaluate } = await load('evaluating/evaluate.js');
const { readCases } = await load('evaluating/cases.js');
const generated = await load('evaluating/generated.js');
const { chanceFrom } = await load('evaluating/misspell.js');
const { parallelSets } = await load('evaluating/parallel.js');
const { glossarySets } = await load('evaluating/glossary.js');
const { yesNoConfusions } = await load('evaluating/yes-no.js');
const { medianMicroseconds, sentenceMicroseconds } = await load('evaluating/speed.js');

const shared = path.resolve(root, values.shared ?? '../shared/data/bambara');
/** Dates in the sets are typed on this day. */
const TODAY = '2026-11-21';
const SEED = 20;
let belowFloor = 0;
let sentences = [];

heading('Written by hand before the tables');
const FLOORS = {
  ...{ intents: 0.95, numbers: 0.99, places: 0.95, dates: 0.95, languages: 0.98 },
  ...{ requests: 0.95, answers: 0.95, heard: 0.95 },
};
const written = path.join(root, 'test', 'language', 'written');
for (const name of readdirSync(written).filter((file) => file.endsWith('.csv'))) {
  const set = name.replace('.csv', '');
  print(set, readCases(readFileSync(path.join(written, name), 'utf8'), name), FLOORS[set]);
}

heading('Generated');
print('intents as listed', generated.canonicalIntents(), 0.98);
print('intents as other hands spell them', generated.spelledIntents(), 0.98);
print('intents with one typing error at any letter', generated.misspeltIntents(chanceFrom(SEED)));
for (const style of [...generated.FRENCH_STYLES, ...generated.BAMBARA_STYLES])
  print(`numbers 0 to 100,000, ${style}`, generated.writtenNumbers(style), 0.99);
print('places with one typing error at any letter', generated.misspeltPlaces(chanceFrom(SEED), 20), 0.95);
const { spellings, confused } = yesNoConfusions();
line(
  'yes and no, every spelling',
  spellings,
  `${confused.length} taken for the other`,
  confused.length === 0,
);
for (const spelling of confused) console.log(`    ${shown(spelling)}`);

heading(`Shared sets (${existsSync(shared) ? 'read where they lie' : 'not there: left out'})`);
if (existsSync(shared)) {
  const read = (name) => readFileSync(path.join(shared, name), 'utf8');
  const { numbers, places } = glossarySets(read('glossary.csv'), 'glossary.csv');
  print('numbers of the glossary', numbers, 0.99);
  print('places of the glossary', places, 0.95);
  const { french, bambara, plain, ...whole } = parallelSets(read('parallel.csv'), 'parallel.csv');
  sentences = whole.sentences;
  print('French, three words', french, 0.98);
  print('Bambara, three words, official spelling', bambara, 0.98);
  print('Bambara, three words, plain keyboard', plain, 0.96);
}

// Shown, not judged: a busy machine takes longer.
heading('Time a message, median (at most 15 µs)');
const clock = () => Number(process.hrtime.bigint());
for (const { what, n, microseconds } of [
  ...medianMicroseconds(allWritten(), clock),
  ...(sentences.length === 0 ? [] : sentenceMicroseconds(sentences, clock)),
])
  line(what, n, `${microseconds.toFixed(1)} µs`, true);
process.exitCode = belowFloor === 0 ? 0 : 1;

function allWritten() {
  return readdirSync(written)
    .filter((file) => file.endsWith('.csv'))
    .flatMap((name) => readCases(readFileSync(path.join(written, name), 'utf8'), name));
}

function heading(words) {
  console.log(`\n${words}`);
}

/** A set, its score and every confusion. A set without a floor is shown for what it is. */
function print(what, cases, floor) {
  for (const { n, accuracy, asked, confusions } of Object.values(evaluate(cases, TODAY))) {
    const atLeast = floor === undefined ? '' : `, at least ${(floor * 100).toFixed(0)} %`;
    line(
      what,
      n,
      `${(accuracy * 100).toFixed(2)} %${atLeast}, ${asked} asked back`,
      floor === undefined || accuracy >= floor,
    );
    for (const { input, expected, understood } of confusions)
      console.log(`    ${shown(input)} is ${expected}, not ${understood}`);
  }
}

/** What cannot be seen is written out: some sets are made of it. */
function shown(text) {
  return JSON.stringify(text).replace(/[\p{Cf}\p{M}]/gu, (one) => `\\u{${one.codePointAt(0).toString(16)}}`);
}

function line(what, n, score, holds) {
  if (!holds) belowFloor += 1;
  console.log(`  ${what.padEnd(46)} ${String(n).padStart(7)}  ${score}${holds ? '' : '  BELOW'}`);
}
