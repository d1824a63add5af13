import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { broken, readYaml } from './yaml.ts';

/** A choice among the glossary's terms, made once for all texts of the language. */
const termChoice = z.strictObject({
  concept: z.string(),
  choose: z.string(),
  instead_of: z.array(z.string()).min(1),
  /** Phrases in which the other word stays right, e.g. greetings. */
  except: z.array(z.string()).default([]),
  reason: z.string(),
});
/** Words that are no words of the language and yet stand in its texts: names, loans, a sentence in two languages. */
const asIs = z.strictObject({ words: z.string().min(1), reason: z.string().min(10) });
const termsFile = z.strictObject({
  _file: z.looseObject({}).optional(),
  choices: z.array(termChoice),
  as_is: z.array(asIs).default([]),
});
export type TermChoice = z.infer<typeof termChoice>;
export type AsIs = z.infer<typeof asIs>;
type Terms = z.infer<typeof termsFile>;

/** What `locales/<lang>/terms.yaml` decides; nothing where it is not there. Throws a `Fault` naming file and line. */
export function readTermsFile(localesDir: string, lang: string): Terms {
  const path = join(localesDir, lang, 'terms.yaml');
  if (!existsSync(path)) return { choices: [], as_is: [] };
  const file = `locales/${lang}/terms.yaml`;
  const yaml = readYaml(readFileSync(path), file);
  const parsed = termsFile.safeParse(yaml.value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path ?? [];
  throw broken(
    file,
    yaml.lineOf(where),
    `${where.map(String).join('.')}: ${issue?.message ?? 'not a choice'}`,
  );
}
