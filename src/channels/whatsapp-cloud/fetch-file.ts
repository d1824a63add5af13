import { z } from 'zod';
import type { Fetched } from '../../conversation/ports.ts';
import { MAX_SENT_BYTES } from '../../domain/media.ts';
import type { Downloads } from '../platform/download.ts';

/** Where Meta keeps what people send; the Graph API hands out addresses on this host. */
export const META_FILES = 'https://lookaside.fbsbx.com';

/** What the Graph API tells of a file. The address is good for five minutes, for the same token. */
const card = z.looseObject({
  url: z.string().max(4096),
  file_size: z.coerce.number().optional().catch(undefined),
});
/** An error document, or anything else that is no file. */
const CARD_BYTES = 64_000;
const ID = /^\d{1,32}$|^[\w-]{1,64}$/;

export interface FileSource {
  /** The Graph API. */
  graph: Downloads;
  /** Where files may lie: never another host, for the token goes with the question (T15). */
  hosts: readonly Downloads[];
  /** Below which its paths begin, with the version. */
  root: string;
  token: string;
}

/** Two calls: where the file lies, then its bytes. What is too large is not asked for (C3). */
export async function fetchFile({ graph, hosts, root, token }: FileSource, id: string): Promise<Fetched> {
  if (!ID.test(id)) return { kind: 'gone' };
  const headers = { authorization: `Bearer ${token}` };
  const told = await graph.get({ path: `${root}/${id}`, headers }, CARD_BYTES);
  if (told.kind !== 'file') return told;
  const found = readCard(told.bytes);
  if (found === undefined) return { kind: 'gone' };
  if ((found.file_size ?? 0) > MAX_SENT_BYTES) return { kind: 'too_large' };
  const url = URL.canParse(found.url) ? new URL(found.url) : undefined;
  const host = hosts.find(({ origin }) => origin === url?.origin);
  if (url === undefined || host === undefined || url.username !== '') return { kind: 'gone' };
  return host.get({ path: `${url.pathname}${url.search}`, headers });
}

function readCard(bytes: Buffer): z.infer<typeof card> | undefined {
  try {
    return card.safeParse(JSON.parse(bytes.toString())).data;
  } catch {
    return undefined;
  }
}
