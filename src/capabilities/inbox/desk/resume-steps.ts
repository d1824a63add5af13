import type { Speaker } from '../../../conversation/ports.ts';
import type { CompiledFlow, FlowSet } from '../../../engine/flow-set.ts';
import type { Session } from '../../../engine/types.ts';
import type { ResumeStep } from '../ports.ts';

/** Where the bot could go on: the steps of the flow that handed over which say or ask something, in the order of the file. */
export function resumeSteps(set: FlowSet, speaker: Speaker, session: Session | null): ResumeStep[] {
  const frame = session?.frames.findLast(({ staff }) => staff === true);
  if (frame === undefined) return [];
  const flow = flowAt(set, frame.flow, frame.hash);
  const usual = flow?.steps.find(({ key }) => key === frame.step)?.node.exits[0];
  return (flow?.steps ?? []).flatMap(({ key, node }, index) => {
    const [text] = node.texts;
    if (text === undefined || text.label || key === frame.step) return [];
    const words = speaker.say(speaker.fallback, text.text);
    return [{ key, words, ...(usual === index && { usual: true as const }) }];
  });
}

const flowAt = (set: FlowSet, id: string, hash: string): CompiledFlow | undefined => {
  const published = set.flows.get(id);
  return published?.hash === hash ? published : (set.version(id, hash) ?? published);
};
