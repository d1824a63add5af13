import type { Finding } from '../finding.ts';
import type { CompiledFlow, FlowSet } from '../flow-set.ts';

/**
 * Whether a person can stop: a flow for the word, that runs for everybody, and that keeps that they stopped. Who has not
 * agreed to anything must be able to leave as well.
 */
export function stopping({ flows, intents }: FlowSet): Finding[] {
  const [first] = flows.values();
  if (first === undefined) return [];
  const stop = flows.get(intents.get('stop') ?? '');
  if (stop === undefined)
    return [
      at(first, 1, 'Add a flow with the trigger { intent: stop }: who wants to leave must be able to.'),
    ];
  const line = stop.triggers.find((each) => each.kind === 'intent' && each.intent === 'stop')?.line ?? 1;
  const found: Finding[] = [];
  if (!stop.beforeConsent)
    found.push(
      at(stop, line, 'Add "before_consent: true": who has not agreed must be able to stop as well.'),
    );
  if (!stop.steps.some(({ node }) => node.sets?.includes('person.stopped')))
    found.push(
      at(stop, line, 'Add the step "set: { person.stopped: true }": without it news and reminders go on.'),
    );
  return found;
}

const at = ({ file }: CompiledFlow, line: number, message: string): Finding => ({
  file,
  line,
  code: 'no_stop',
  message,
});
