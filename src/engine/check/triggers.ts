import type { Finding } from '../finding.ts';
import type { CompiledFlow, FlowTrigger } from '../flow-set.ts';

/** Triggers that two flows claim, and whether a person can stop. */
export function triggers(flows: readonly CompiledFlow[], fold: (word: string) => string): Finding[] {
  const found: Finding[] = [];
  const claimed = new Map<string, CompiledFlow>();
  for (const flow of flows)
    for (const trigger of flow.triggers) {
      // Many flows may wait to be begun by the house, which names the one it means.
      if (trigger.kind === 'prompt') continue;
      const key = keyOf(trigger, fold);
      const before = claimed.get(key);
      if (before && before !== flow)
        found.push(
          at(flow, 'conflicting_trigger', `Take "${key}" away here or from ${before.file}: both claim it.`),
        );
      else claimed.set(key, flow);
    }
  const [first] = flows;
  if (first && !claimed.has('intent stop'))
    found.push({
      ...at(
        first,
        'no_stop',
        'Add a flow with the trigger { intent: stop }: who wants to leave must be able to.',
      ),
      line: 1,
    });
  return found;
}

/** Two languages share one keyboard, so a keyword counts in all of them. */
function keyOf(trigger: FlowTrigger, fold: (word: string) => string): string {
  if (trigger.kind === 'keyword') return `keyword ${fold(trigger.keyword)}`;
  return trigger.kind === 'intent' ? `intent ${trigger.intent}` : 'first contact';
}

const at = (flow: CompiledFlow, code: string, message: string): Finding => ({
  file: flow.file,
  line: flow.triggersLine,
  code,
  message,
});
