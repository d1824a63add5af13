import { stat } from 'node:fs/promises';
import path from 'node:path';
import { idOf, loadFlows, type LoadedFlows } from '../app/load-flows.ts';
import { rehearsalDeps } from '../app/rehearsal-deps.ts';
import { rehearsedProfile } from '../conversation/rehearsal/rehearsed-profile.ts';
import { type Fault, refusal } from '../domain/faults.ts';
import type { Finding } from '../engine/finding.ts';
import type { CompiledFlow } from '../engine/flow-set.ts';
import { places } from './places.ts';
import { type Rehearsal, rehearse } from '../conversation/rehearsal/rehearse.ts';

/** Sets up a talk with one flow: an id among the flows of FLOWS_DIR, or the path of a file. Refuses what cannot run. */
export async function stage(named: string, lang: string): Promise<{ id: string; rehearsal: Rehearsal }> {
  const { id, loaded } = await chosen(named);
  refuseUnknownLang(loaded, lang);
  return { id, rehearsal: rehearse(rehearsalDeps(loaded, lang), rehearsedProfile(loaded.set, id, lang)) };
}

/** One flow that can run, by its id or the path of its file, among those of FLOWS_DIR. */
export async function chosen(
  named: string,
): Promise<{ id: string; flow: CompiledFlow; loaded: LoadedFlows }> {
  const file = await fileOf(named);
  const loaded = loadFlows({ ...places(), ...(file !== undefined && { extra: file }) });
  const id = file === undefined ? named : idOf(file);
  return { id, flow: runnable(loaded, id, file), loaded };
}

/** A path when it looks like one; an id never holds a slash or a dot. */
async function fileOf(flow: string): Promise<string | undefined> {
  if (!/[/\\.]/.test(flow)) return undefined;
  const found = await stat(flow).catch(() => null);
  if (!found?.isFile())
    throw refusal('no_such_flow', `${flow}: no such file; give a flow's id or the path of its YAML file.`);
  return path.resolve(flow);
}

export function refuseUnknownLang({ speaker }: LoadedFlows, lang: string): void {
  if (!speaker.languages.includes(lang))
    throw refusal(
      'no_such_language',
      `${lang}: no such language; there are ${speaker.languages.join(', ')}.`,
    );
}

function runnable({ set, findings }: LoadedFlows, id: string, file: string | undefined): CompiledFlow {
  const flow = set.flows.get(id);
  if (flow !== undefined) return flow;
  const own = findings.find((finding) =>
    file === undefined ? idOf(finding.file) === id : finding.file === file,
  );
  if (own) throw brokenFlow(own);
  throw refusal('no_such_flow', `${id}: no such flow; there are ${[...set.flows.keys()].join(', ')}.`);
}

export const brokenFlow = ({ file, line, message }: Finding): Fault =>
  refusal('broken_flow', `${file}:${line}: ${message} (benkan flows check shows everything.)`);
