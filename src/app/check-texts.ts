import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../engine/finding.ts';
import type { FlowSet } from '../engine/flow-set.ts';
import {
  checkPacks,
  checkPlainWords,
  checkTerms,
  compareLocales,
  type LocaleFinding,
  type SpeakingTexts,
} from '../language/index.ts';

/** What the languages disagree on, which words deviate from the terms that were chosen, and what is hard to read. */
export function checkTexts(
  localesDir: string,
  speaker: SpeakingTexts,
  set: FlowSet,
): { errors: Finding[]; warnings: Finding[] } {
  const found = [
    ...compareLocales(speaker.locales, speaker.fallback),
    ...checkTerms(localesDir, speaker.locales),
    ...checkPlainWords(localesDir, speaker.locales),
    ...checkPacks(speaker.packs, speaker.locales.get(speaker.fallback)),
  ];
  const told = found.filter((finding) => !toldByItsFlow(finding, set));
  return {
    errors: [
      ...told.filter(({ severity }) => severity === 'error').map(asFinding),
      ...lostRecordings(localesDir, speaker),
    ],
    warnings: told.filter(({ severity }) => severity === 'warning').map(asFinding),
  };
}

/** Recordings that a text names and nobody finds. */
function lostRecordings(localesDir: string, { withPacks }: SpeakingTexts): Finding[] {
  const found: Finding[] = [];
  for (const [lang, locale] of withPacks)
    for (const texts of locale.values())
      for (const [key, { audio, file, line }] of texts)
        if (audio !== undefined && !existsSync(path.join(localesDir, lang, audio)))
          found.push({
            file,
            line,
            code: 'lost_audio',
            message: `Put the recording of ${key} at locales/${lang}/${audio}, or correct its path.`,
          });
  return found;
}

/** A text that a flow's step lacks is found there, with the step. */
function toldByItsFlow({ code, file }: LocaleFinding, set: FlowSet): boolean {
  const flow = /\/flows\/([^/]+)\.yaml$/.exec(file)?.[1];
  return code === 'text_missing' && flow !== undefined && set.flows.has(flow);
}

const asFinding = ({ file, line, code, message }: LocaleFinding): Finding => ({ file, line, code, message });
