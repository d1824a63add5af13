import { compileFlows, type Known } from '../../engine/compile-flows.ts';
import type { Finding } from '../../engine/finding.ts';
import type { FlowSet } from '../../engine/flow-set.ts';
import type { Texts } from '../../engine/types.ts';
import { type SpeakingTexts, understanding } from '../../language/index.ts';
import type { FlowVersion } from '../../store/flow-versions.ts';

/**
 * Compiles what is published, from the database; each flow keeps the hash it was published under.
 * @param texts the words its labels are matched by: those it was published with, where nothing else is given
 */
export function compileEdition(
  versions: readonly FlowVersion[],
  speaker: SpeakingTexts,
  known: Known,
  texts: Texts = wordsOfAll(versions, speaker),
): { set: FlowSet; findings: Finding[] } {
  const files = versions.map(({ flow, source }) => ({ file: `${flow}.yaml`, source }));
  const { flows: set, findings } = compileFlows(files, texts, understanding, known);
  const flows = new Map(
    versions.flatMap(({ flow: id, hash }) => {
      const flow = set.flows.get(id);
      return flow === undefined ? [] : [[id, flow.hash === hash ? flow : { ...flow, hash }] as const];
    }),
  );
  return { set: { ...set, flows }, findings };
}

/** The words the versions were published with; the bot's own are the files'. */
function wordsOfAll(versions: readonly FlowVersion[], speaker: SpeakingTexts): Texts {
  const published = new Map(versions.map(({ flow, texts }) => [flow, texts]));
  return {
    ...speaker,
    text(lang, text) {
      const words = published.get(text.flow);
      if (words === undefined) return speaker.text(lang, text);
      return words[lang]?.[text.key] ?? words[lang]?.[`${text.key}_other`];
    },
  };
}
