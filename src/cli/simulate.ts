import { EXIT } from './exit.ts';
import { readInput } from './read-input.ts';
import { readScript } from './script.ts';
import { stage } from './stage.ts';

/** `benkan simulate`: one JSON object a line, what was said, saved and asked for, and last where the talk stands. */
export async function simulate(
  flow: string,
  { lang, script }: { lang: string; script: string },
): Promise<number> {
  const deeds = readScript(await readInput(script), script);
  const { id, rehearsal } = await stage(flow, lang);
  print(await rehearsal.begin(id));
  for (const deed of deeds) print(await rehearsal.play(deed));
  print([rehearsal.end()]);
  return EXIT.done;
}

function print(lines: readonly object[]): void {
  for (const line of lines) process.stdout.write(`${JSON.stringify(line)}\n`);
}
