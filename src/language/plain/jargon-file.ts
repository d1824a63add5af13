import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { broken, readYaml } from '../speaking/yaml.ts';

/** A word an aunt in the village would ask about, and what to say instead or beside it. */
const jargonWord = z.strictObject({
  words: z.array(z.string().min(2)).min(1),
  gloss: z.string().min(3),
  /** Where the word and what it stands for were read. */
  source: z.string().min(10),
});
const jargonFile = z.strictObject({
  _file: z.looseObject({}).optional(),
  jargon: z.array(jargonWord),
});
export type JargonWord = z.infer<typeof jargonWord>;

/** The words of `locales/<lang>/jargon.yaml`; none where it is not there. Throws a `Fault` naming file and line. */
export function readJargon(localesDir: string, lang: string): JargonWord[] {
  const path = join(localesDir, lang, 'jargon.yaml');
  if (!existsSync(path)) return [];
  const file = `locales/${lang}/jargon.yaml`;
  const yaml = readYaml(readFileSync(path), file);
  const parsed = jargonFile.safeParse(yaml.value);
  if (parsed.success) return parsed.data.jargon;
  const [issue] = parsed.error.issues;
  const where = issue?.path ?? [];
  throw broken(
    file,
    yaml.lineOf(where),
    `${where.map(String).join('.')}: ${issue?.message ?? 'not a word with its gloss'}`,
  );
}
