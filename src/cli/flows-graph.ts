import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadFlows, type LoadedFlows } from '../app/load-flows.ts';
import { mapFile } from '../capabilities/flows/map/map-file.ts';
import { saidBy } from '../capabilities/flows/map/map-words.ts';
import { refusal } from '../domain/faults.ts';
import type { CompiledFlow } from '../engine/flow-set.ts';
import { graphOf } from '../engine/graph/flow-graph.ts';
import { mermaid } from '../engine/graph/mermaid.ts';
import type { TextKey } from '../engine/types.ts';
import { EXIT } from './exit.ts';
import { places } from './places.ts';
import { chosen, refuseUnknownLang } from './stage.ts';

const ENDINGS = { mermaid: 'mmd', svg: 'svg' } as const;
type Format = keyof typeof ENDINGS;

export interface GraphOptions {
  format: string;
  lang: string;
  /** The file for one flow, the folder for all of them. */
  out?: string;
}

/** `benkan flows graph`: the map of one flow on standard output or in a file, or of all flows in a folder. */
export async function flowsGraph(
  named: string | undefined,
  { format, lang, out }: GraphOptions,
): Promise<number> {
  if (!isFormat(format))
    throw refusal(
      'no_such_format',
      `${format}: no such format; there are ${Object.keys(ENDINGS).join(', ')}.`,
    );
  if (named !== undefined) {
    const { flow, loaded } = await chosen(named);
    refuseUnknownLang(loaded, lang);
    const map = draw(flow, loaded, { format, lang });
    if (out === undefined) process.stdout.write(map);
    else await write(out, map);
    return EXIT.done;
  }
  if (out === undefined)
    throw refusal('no_folder', 'The maps of all flows need a folder: add --out FOLDER, or name one flow.');
  const loaded = loadFlows(places());
  refuseUnknownLang(loaded, lang);
  for (const each of loaded.set.flows.values())
    await write(path.join(out, `${each.id}.${ENDINGS[format]}`), draw(each, loaded, { format, lang }));
  process.stdout.write(`${loaded.set.flows.size} maps in ${out}\n`);
  return EXIT.done;
}

function draw(
  flow: CompiledFlow,
  { texts }: LoadedFlows,
  { format, lang }: { format: Format; lang: string },
): string {
  const textOf = (key: TextKey): string | undefined => texts.text(lang, key);
  if (format === 'svg') return mapFile(flow, textOf);
  return mermaid(graphOf(flow), ({ step }) => saidBy(step, textOf));
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch {
    throw refusal(
      'cannot_write',
      `${file}: cannot be written; name a file or folder you may write to with --out.`,
    );
  }
}

const isFormat = (format: string): format is Format => Object.hasOwn(ENDINGS, format);
