import type { Finding } from '../finding.ts';
import type { CompiledFlow } from '../flow-set.ts';
import type { Texts } from '../types.ts';
import { atStep } from './at-step.ts';

/**
 * Texts without a recording, in the languages for which the flow's header wants one: many listen better than they read.
 * Labels are read beside the question; what the bot says of its own belongs to no flow.
 */
export function recordings(flow: CompiledFlow, texts: Texts): Finding[] {
  return flow.steps.flatMap((step) =>
    step.node.texts
      .filter(({ text, label, recorded }) => text.flow === flow.id && label !== true && recorded !== true)
      .flatMap(({ text }) =>
        flow.audio
          .filter((lang) => texts.audio?.(lang, text) === undefined)
          .map((lang) => {
            const place = `locales/${lang}/flows/${flow.id}.yaml`;
            const message = `Record ${text.key} and name the file under "audio" in ${place}, or take ${lang} out of "audio" above.`;
            return atStep(flow, step, 'missing_audio', message);
          }),
      ),
  );
}
