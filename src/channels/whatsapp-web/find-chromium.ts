import { access, constants } from 'node:fs/promises';

/** Where systems put it, after what the operator named. */
const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The path of a Chromium that may be run; what was named is never replaced by another. */
export async function findChromium(
  named?: string,
  usual: readonly string[] = USUAL,
): Promise<string | undefined> {
  for (const path of named === undefined ? usual : [named]) if (await mayRun(path)) return path;
  return undefined;
}

const mayRun = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
