import type { Finding } from '../engine/finding.ts';
import type { FlowSet } from '../engine/flow-set.ts';
import { checkTerms, compareLocales, type LocaleFinding, type SpeakingTexts } from '../language/index.ts';

/** What the languages disagree on, and which Bambara words deviate from the terms that were chosen. */
export function checkTexts(
  localesDir: string,
  speaker: SpeakingTexts,
  set: FlowSet,
): { errors: Finding[]; warnings: Finding[] } {
  const found = [
    ...compareLocales(speaker.locales, speaker.fallback),
    ...checkTerms(localesDir, speaker.locales),
  ];
  const told = found.filter((finding) => !toldByItsFlow(finding, set));
  return {
    errors: told.filter(({ severity }) => severity === 'error').map(asFinding),
    warnings: told.filter(({ severity }) => severity === 'warning').map(asFinding),
  };
}

/** A text that a flow's step lacks is found there, with the step. */
function toldByItsFlow({ code, file }: LocaleFinding, set: FlowSet): boolean {
  const flow = /\/flows\/([^/]+)\.yaml$/.exec(file)?.[1];
  return code === 'text_missing' && flow !== undefined && set.flows.has(flow);
}

const asFinding = ({ file, line, code, message }: LocaleFinding): Finding => ({ file, line, code, message });
