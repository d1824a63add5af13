import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from '../../domain/language.ts';
import { refusal } from '../../domain/faults.ts';
import { flatten } from './flatten.ts';
import { withReviews } from '../reviewing/with-reviews.ts';
import type { Locale, Locales, LocaleText } from './locale-text.ts';
import { localeFile } from './locale-schema.ts';
import { broken, readYaml } from './yaml.ts';

export type { Locale, Locales } from './locale-text.ts';

/** Every text of another language falls back to this one, and was written beside it. */
export const FALLBACK: Lang = 'fr';

/** The folders named as a language; one with `pack.yaml` is a region pack, which has few texts or none. */
export const languageFolders = (localesDir: string): { lang: Lang; isPack: boolean }[] =>
  foldersOf(localesDir)
    .filter((name) => LANG.test(name))
    .map((lang) => ({ lang, isPack: yamlFilesOf(join(localesDir, lang)).includes('pack.yaml') }));

/** Reads every language folder that is no pack. Throws a `Fault` `locale_invalid` that names file, line and what to do. */
export function readLocales(localesDir: string): Locales {
  const languages = languageFolders(localesDir).flatMap(({ lang, isPack }) => (isPack ? [] : [lang]));
  if (languages.length === 0)
    throw refusal('locale_invalid', 'no language folder found; LOCALES_DIR should hold fr/');
  const locales = new Map(languages.map((lang) => [lang, readLanguage(localesDir, lang)]));
  return withReviews(localesDir, locales, FALLBACK);
}

/** A folder's name is its language tag: `fr`, `bm`, `ff-Adlm`. */
const LANG = /^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/u;

/** One folder's texts. */
export function readLanguage(localesDir: string, lang: Lang): Locale {
  const folder = join(localesDir, lang);
  const flows = yamlFilesOf(join(folder, 'flows')).map((name) => [name, join('flows', name)] as const);
  const bot = yamlFilesOf(folder).includes('bot.yaml') ? [['bot.yaml', 'bot.yaml'] as const] : [];
  return new Map(
    [...bot, ...flows].map(([name, path]) => [
      name.slice(0, -'.yaml'.length),
      readLocaleFile(readFileSync(join(folder, path)), `locales/${lang}/${path}`),
    ]),
  );
}

/** One file's texts by dotted key. `file` is the name errors use. */
export function readLocaleFile(bytes: Uint8Array, file: string): ReadonlyMap<string, LocaleText> {
  const yaml = readYaml(bytes, file);
  if (yaml.value === null) return new Map();
  const parsed = localeFile.safeParse(yaml.value);
  if (parsed.success) return flatten(parsed.data, yaml, file);
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  throw broken(file, yaml.lineOf(path), `${path.map(String).join('.')}: ${issue?.message ?? 'not a text'}`);
}

function foldersOf(dir: string): string[] {
  return entriesOf(dir)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function yamlFilesOf(dir: string): string[] {
  return entriesOf(dir)
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(({ name }) => name)
    .sort();
}

function entriesOf(dir: string) {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
}
