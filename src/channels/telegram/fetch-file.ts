import { type Api, GrammyError } from 'grammy';
import type { Fetched } from '../../conversation/ports.ts';
import { MAX_MEDIA_NAME } from '../../domain/message.ts';
import { MAX_SENT_BYTES } from '../../domain/media.ts';
import type { Downloads } from '../platform/download.ts';
import { outcomeOf } from './outcome.ts';

/** Nothing is known of the answer; asking again harms nobody. */
const UNKNOWN_MS = 30_000;
/** Below `/file/bot<token>/`: a folder and a name, and no way out of it. */
const PLAIN_PATH = /^[\w-]+(\/[\w-]+)*\/[\w-]+(\.\w+)?$/;

export interface FileSource {
  api: Api;
  downloads: Downloads;
  token: string;
  /** What stands in the address before `/file`; '' for Telegram itself. */
  root: string;
}

/** Two calls: where the file lies for the next hour, then its bytes. What is too large is not asked for (C1). */
export async function fetchFile(source: FileSource, id: string): Promise<Fetched> {
  if (id === '' || id.length > MAX_MEDIA_NAME) return { kind: 'gone' };
  let found: { file_path?: string; file_size?: number };
  try {
    found = await source.api.raw.getFile({ file_id: id });
  } catch (error) {
    return afterRefusal(error);
  }
  const { file_path: path, file_size: size = 0 } = found;
  if (size > MAX_SENT_BYTES) return { kind: 'too_large' };
  if (path === undefined || !PLAIN_PATH.test(path)) return { kind: 'gone' };
  return source.downloads.get({ path: `${source.root}/file/bot${source.token}/${path}` });
}

function afterRefusal(error: unknown): Fetched {
  if (error instanceof GrammyError && /too big/i.test(error.description)) return { kind: 'too_large' };
  const outcome = outcomeOf(error);
  if (outcome.kind === 'refused') return { kind: 'gone' };
  return { kind: 'later', afterMs: outcome.kind === 'retry' ? outcome.afterMs : UNKNOWN_MS };
}
