import { homedir } from 'node:os';
import path from 'node:path';

/** Where a fetched server is kept, so that a second start fetches nothing. */
export const defaultCacheDir = (): string => path.join(homedir(), '.cache', 'benkan');
