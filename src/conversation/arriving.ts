import type { EngineEvent } from '../engine/types.ts';
import { type Ran, type Running, runEngine } from './run-engine.ts';
import { hasConsented } from './script.ts';

/**
 * Who came by a link and had to be greeted first goes on, having agreed, to what the link is for, and not to where the
 * greeting leads everybody.
 * @param link the one they came by, if they are not where it leads yet
 */
export async function onToLink(running: Running, ran: Ran, link: string | undefined): Promise<Ran> {
  if (link === undefined || !hasConsented(ran.profile)) return ran;
  const flow = running.script.forLink?.(link);
  if (flow === undefined) return ran;
  const { id, params } = flow;
  const begun = await runEngine(running, ran, { kind: 'start', flow: id, ...(params && { params }) });
  return {
    ...begun,
    events: [...ran.events.filter(isNoQuestion), ...begun.events],
    walk: [...ran.walk, ...begun.walk],
  };
}

/** Nobody is to answer what the greeting would have asked next. */
const isNoQuestion = (event: EngineEvent): boolean => event.kind !== 'said' || event.ask === undefined;
