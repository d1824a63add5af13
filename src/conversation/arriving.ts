import type { EngineEvent } from '../engine/types.ts';
import { type Ran, type Running, runEngine } from './run-engine.ts';
import { type FlowEntry, hasConsented, type Script } from './script.ts';

/** Before a flow's id, in the place of a link: no link has it. */
const FLOW = '>';

/** How it is remembered what somebody wanted who must be greeted first: the link that leads there, or the flow. */
export const wantedIn = ({ id, link }: FlowEntry): string => link ?? `${FLOW}${id}`;

/**
 * Who came by a link or asked for something by its word, and had to be greeted first, goes on, having agreed, to what they
 * wanted, and not to where the greeting leads everybody.
 * @param wanted what they asked for, if they are not where it leads yet
 */
export async function onToWanted(running: Running, ran: Ran, wanted: string | undefined): Promise<Ran> {
  if (wanted === undefined || !hasConsented(ran.profile)) return ran;
  const flow = flowOf(running.script, wanted);
  if (flow === undefined) return ran;
  const { id, params } = flow;
  const begun = await runEngine(running, ran, { kind: 'start', flow: id, ...(params && { params }) });
  return {
    ...begun,
    events: [...ran.events.filter(isNoQuestion), ...begun.events],
    walk: [...ran.walk, ...begun.walk],
  };
}

const flowOf = (script: Script, wanted: string): FlowEntry | undefined =>
  wanted.startsWith(FLOW) ? script.forFlow?.(wanted.slice(FLOW.length)) : script.forLink?.(wanted);

/** Nobody is to answer what the greeting would have asked next. */
const isNoQuestion = (event: EngineEvent): boolean => event.kind !== 'said' || event.ask === undefined;
