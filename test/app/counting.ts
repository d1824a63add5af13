import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Connection } from 'mongoose';
import { AGAIN_MARK } from '../../src/outbox/outbox.ts';
import type { Heard } from './phones.ts';

/** Counts the words of a talk and repeats each: a lost or doubled turn shows in the number, a lost reply in the list. */
const FLOW = `id: compte
triggers: [{ event: first_contact }]
before_consent: true
steps:
  - say: debut
  - ask: mot
    type: text
  - if: answers.mot == "assez"
    key: assez
    then: [{ end: true, key: fin }]
  - set: { vars.n: "vars.n == null ? 1 : vars.n + 1" }
    key: compter
  - say: echo
    with: { n: vars.n, mot: answers.mot }
  - goto: mot
    key: encore
`;
/** Every set of flows has one; nobody stops here. */
const STOP =
  'id: stop\ntriggers: [{ intent: stop }]\nbefore_consent: true\nsteps: [{ set: { person.stopped: true } }]\n';
const TEXTS = `debut: Go\nmot: { ask: '?' }\necho: '{{n}} {{mot}}'\n`;

/** Writes the counting flow and its texts into a folder. @returns the settings that name them */
export async function countingFlow(folder: string): Promise<{ FLOWS_DIR: string; LOCALES_DIR: string }> {
  const flows = path.join(folder, 'flows');
  const locales = path.join(folder, 'locales');
  await mkdir(flows, { recursive: true });
  await writeFile(path.join(flows, 'compte.yaml'), FLOW);
  await writeFile(path.join(flows, 'stop.yaml'), STOP);
  await cp('locales', locales, { recursive: true });
  for (const lang of await readdir(locales)) {
    await rm(path.join(locales, lang, 'flows'), { recursive: true });
    await mkdir(path.join(locales, lang, 'flows'));
    await writeFile(path.join(locales, lang, 'flows', 'compte.yaml'), TEXTS);
  }
  return { FLOWS_DIR: flows, LOCALES_DIR: locales };
}

/**
 * What is wrong with the replies to these words, said in this order after a first greeting; empty is good. A reply may
 * come once more with the mark, or only so, where it was in doubt whether it had been sent (COMMIT rule 10).
 */
export function miscounted(said: readonly string[], heard: readonly Heard[]): string[] {
  const texts = heard.map(({ text }) => text);
  const plain = texts.filter((text) => !text.startsWith(AGAIN_MARK));
  const marked = texts
    .filter((text) => text.startsWith(AGAIN_MARK))
    .map((text) => text.slice(AGAIN_MARK.length));
  const expected = ['Go\n\n?', ...said.map((word, at) => `${spoken(at + 1)} ${word}\n\n?`)];
  const lost = expected.filter((text) => !plain.includes(text) && !marked.includes(text));
  const inOrder = expected.filter((text) => plain.includes(text));
  return [
    ...lost.map((text) => `lost: ${text}`),
    ...(plain.join() === inOrder.join() ? [] : ['doubled without a mark, or in another order']),
    ...(new Set(marked).size === marked.length ? [] : ['sent again more than once']),
  ];
}

/** A number as a talk writes it: 1 000, with a space that does not break. */
const spoken = (n: number): string => new Intl.NumberFormat('fr-ML').format(n).replaceAll('\u202f', '\u00a0');

/** Whether nothing waits to be sent or applied any more. */
export async function allDone(connection: Connection): Promise<boolean> {
  const waiting = { $or: [{ 'out.0': { $exists: true } }, { 'effects.0': { $exists: true } }] };
  return (await connection.collection('conversations').findOne(waiting)) === null;
}
