import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes each file at once, so that none is ever read in the middle. Paths are below `folder`. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  }
}
