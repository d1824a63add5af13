import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Lang } from '../../domain/language.ts';
import { REGION_LIST } from '../places/gazetteer.ts';
import { languageFolders, type Locale, readLanguage } from '../speaking/locales.ts';
import { broken, readYaml } from '../speaking/yaml.ts';
import { regionsOf } from './spoken-in.ts';

/**
 * A third language as labels and recordings: its folder holds `pack.yaml`, and beside it the files any language has,
 * with as few texts as there are. Whatever it lacks is said in French.
 */
export interface Pack {
  lang: Lang;
  /** What its speakers call it; stands on the button. */
  name: string;
  /** Slugs of the regions where it is offered. */
  regions: readonly string[];
  texts: Locale;
}

const packFile = z.strictObject({
  /** WhatsApp's buttons take 20 characters. */
  name: z.string().trim().min(1).max(20),
  regions: z.array(z.string()).min(1).optional(),
  /** Who says so, and whose words these are. */
  source: z.string().min(5),
});

/** Every pack, by its folder. Throws a `Fault` `locale_invalid` that names file, line and what to do. */
export const readPacks = (localesDir: string): Pack[] =>
  languageFolders(localesDir)
    .filter(({ isPack }) => isPack)
    .map(({ lang }) => ({ ...readPack(localesDir, lang), lang, texts: readLanguage(localesDir, lang) }));

function readPack(localesDir: string, lang: Lang): Pick<Pack, 'name' | 'regions'> {
  const file = `locales/${lang}/pack.yaml`;
  const yaml = readYaml(readFileSync(join(localesDir, lang, 'pack.yaml')), file);
  const parsed = packFile.safeParse(yaml.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path ?? [];
    throw broken(file, yaml.lineOf(path), `${path.map(String).join('.')}: ${issue?.message ?? 'not a pack'}`);
  }
  const { name, regions = regionsOf(lang) } = parsed.data;
  const known = new Set(REGION_LIST.map(({ slug }) => slug));
  const stranger = regions.find((slug) => !known.has(slug));
  if (stranger !== undefined)
    throw broken(
      file,
      yaml.lineOf(['regions']),
      `regions: there is no region ${stranger}; write slugs such as gao`,
    );
  if (regions.length === 0)
    throw broken(file, 1, `regions: say where ${lang} is spoken, with slugs such as gao`);
  return { name: name.normalize('NFC'), regions };
}
