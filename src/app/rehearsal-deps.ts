import { rehearsedCalls as audienceCalls } from '../capabilities/audiences/members/rehearsed.ts';
import { rehearsedCalls as broadcastCalls } from '../capabilities/broadcasts/send/rehearsed.ts';
import { rehearsedCalls as explainerCalls } from '../capabilities/explainers/chat/rehearsed.ts';
import { rehearsedCalls as mediaCalls } from '../capabilities/media/rehearsed.ts';
import { rehearsedCalls as peopleCalls } from '../capabilities/people/rehearsed.ts';
import { rehearsedCalls as packCalls } from '../capabilities/region-packs/rehearsed.ts';
import { rehearsedCalls as timelineCalls } from '../capabilities/timeline/chat/rehearsed.ts';
import { rehearsedCalls as updateCalls } from '../capabilities/updates/chat/rehearsed.ts';
import { rehearsedCalls as volunteerCalls } from '../capabilities/volunteers/rehearsed.ts';
import type { RehearsalDeps } from '../conversation/rehearsal/rehearse.ts';
import { intentReader, readWriting } from '../language/index.ts';
import type { LoadedFlows } from './load-flows.ts';

/** What a rehearsal runs on: the flows as they are, and calls that answer as for somebody new. */
export function rehearsalDeps(
  { script, speaker }: Pick<LoadedFlows, 'script' | 'speaker'>,
  lang: string,
): RehearsalDeps {
  return {
    script,
    intents: intentReader,
    writing: readWriting,
    speaker: { ...speaker, fallback: lang },
    effects: [],
    calls: [
      ...audienceCalls,
      ...broadcastCalls,
      ...explainerCalls,
      ...timelineCalls,
      ...mediaCalls,
      ...peopleCalls,
      ...packCalls,
      ...updateCalls,
      ...volunteerCalls,
    ],
  };
}
