import type { Intent } from '../../domain/language.ts';
import type { Finding } from '../finding.ts';
import type { CompiledFlow, FlowTrigger } from '../flow-set.ts';

/** How words are compared and understood, as the conversation will do it. */
export interface Reading {
  fold: (word: string) => string;
  meanings: (word: string) => readonly Intent[];
}

/** Triggers that two flows claim, and keywords that nobody can type or that mean something else at every step. */
export function triggers(flows: readonly CompiledFlow[], reading: Reading): Finding[] {
  const found: Finding[] = [];
  const claimed = new Map<string, CompiledFlow>();
  for (const flow of flows)
    for (const trigger of flow.triggers) {
      // Many flows may wait to be begun by the house, which names the one it means.
      if (trigger.kind === 'prompt') continue;
      const key = keyOf(trigger, reading);
      const before = claimed.get(key);
      if (before && before !== flow)
        found.push(
          at(
            flow,
            trigger,
            'conflicting_trigger',
            `Take ${nameOf(trigger)} away here or from ${before.file}: both claim it.`,
          ),
        );
      else claimed.set(key, flow);
      if (trigger.kind === 'keyword') found.push(...misread(flow, trigger, reading));
    }
  return found;
}

type KeywordTrigger = Extract<FlowTrigger, { kind: 'keyword' }>;

/** A flow may list a word that brings it anyway, by its intent. */
function misread(flow: CompiledFlow, trigger: KeywordTrigger, { fold, meanings }: Reading): Finding[] {
  const { keyword } = trigger;
  if (fold(keyword) === '')
    return [at(flow, trigger, 'empty_keyword', `Write "${keyword}" with letters: nobody could type it.`)];
  const own = new Set<Intent>(flow.triggers.flatMap((each) => (each.kind === 'intent' ? each.intent : [])));
  const [other] = meanings(keyword).filter((intent) => !own.has(intent));
  return other === undefined
    ? []
    : [
        at(
          flow,
          trigger,
          'global_keyword',
          `Choose another keyword than "${keyword}": it means "${other}" at every step.`,
        ),
      ];
}

/** Two languages share one keyboard, so a keyword counts in all of them. */
function keyOf(trigger: FlowTrigger, { fold }: Reading): string {
  if (trigger.kind === 'keyword') return `keyword ${fold(trigger.keyword)}`;
  if (trigger.kind === 'link') return `link ${trigger.link}`;
  return trigger.kind === 'intent' ? `intent ${trigger.intent}` : `event ${trigger.kind}`;
}

function nameOf(trigger: FlowTrigger): string {
  if (trigger.kind === 'keyword') return `the keyword "${trigger.keyword}"`;
  if (trigger.kind === 'link') return `the link "${trigger.link}"`;
  return trigger.kind === 'intent' ? `{ intent: ${trigger.intent} }` : `{ event: ${trigger.kind} }`;
}

const at = (flow: CompiledFlow, { line }: FlowTrigger, code: string, message: string): Finding => ({
  file: flow.file,
  line,
  code,
  message,
});
