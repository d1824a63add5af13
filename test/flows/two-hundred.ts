import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Fills `folder` with as many flows as asked, with texts in every language: the shipped ones, then copies of them under
 * other names, begun by words of their own.
 * @returns the lines of all flow files together
 */
export function manyFlows(folder: string, count: number): { flows: string; locales: string; lines: number } {
  const flows = path.join(folder, 'flows');
  const locales = path.join(folder, 'locales');
  cpSync('flows', flows, { recursive: true, filter: (name) => !name.endsWith('.test.yaml') });
  cpSync('locales', locales, { recursive: true });
  const shipped = readdirSync(flows).map((name) => path.basename(name, '.yaml'));
  const languages = readdirSync(locales);
  for (let nth = shipped.length; nth < count; nth += 1) {
    const id = shipped[nth % shipped.length] ?? '';
    const source = readFileSync(path.join(flows, `${id}.yaml`), 'utf8');
    writeFileSync(path.join(flows, `${id}-${nth}.yaml`), copied(source, id, nth));
    for (const lang of languages)
      cpSync(
        path.join(locales, lang, 'flows', `${id}.yaml`),
        path.join(locales, lang, 'flows', `${id}-${nth}.yaml`),
      );
  }
  const files = readdirSync(flows).map((name) => readFileSync(path.join(flows, name), 'utf8'));
  return { flows, locales, lines: files.reduce((sum, text) => sum + text.split('\n').length - 1, 0) };
}

/** No two flows answer to one word; a flow the house begins goes on having none. */
const copied = (source: string, id: string, nth: number): string =>
  source
    .replace(`id: ${id}`, `id: ${id}-${nth}`)
    .replace(/^(?:survey|tests): .*\n/gm, '')
    .replace(/^triggers:.*\n(?: {2}- .*\n)*/m, (triggers) =>
      triggers.includes('event: prompt') ? triggers : `triggers: [{ keywords: { fr: [mot${nth}] } }]\n`,
    );
