import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** Whether dist/ was compiled after the last change in src/. Tests of the command line run dist/. */
export function isBuilt(root) {
  const main = statSync(path.join(root, 'dist', 'cli', 'main.js'), { throwIfNoEntry: false });
  return main !== undefined && newest(path.join(root, 'src')) <= main.mtimeMs;
}

/** Folders count too: deleting a file changes its folder only. */
function newest(folder) {
  const inside = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? newest(file) : statSync(file).mtimeMs;
  });
  return Math.max(statSync(folder).mtimeMs, ...inside);
}
