import { QUEUES, type Queue, TAG, type ThreadFilter } from '../ports.ts';
import { INBOX_PATH } from './page.ts';

/** What the address of the list says: everything that is chosen stands there, so that it can be kept and sent on. */
export interface ListState {
  filter: ThreadFilter;
  /** Counted from 1. */
  page: number;
}

/** Reads the state of the list; what no page of ours writes is left out. */
export function listState(query: URLSearchParams): ListState {
  const queue = QUEUES.find((each) => each === query.get('file'));
  const plain = (name: string): string | undefined => {
    const value = query.get(name) ?? '';
    return PLAIN.test(value) ? value : undefined;
  };
  const tag = query.get('etiquette') ?? '';
  const page = query.get('page') ?? '';
  return {
    filter: {
      queue,
      tag: TAG.test(tag) ? tag : undefined,
      lang: plain('langue'),
      channel: plain('canal'),
      region: plain('region'),
    },
    page: /^[1-9]\d{0,4}$/u.test(page) ? Number(page) : 1,
  };
}

/** The address of a state, the first page unless it says another. */
export function listPath({ queue, tag, lang, channel, region }: ThreadFilter, page = 1): string {
  const query = new URLSearchParams();
  const given = { file: queue, etiquette: tag, langue: lang, canal: channel, region };
  for (const [name, value] of Object.entries(given)) if (value !== undefined) query.set(name, value);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? INBOX_PATH : `${INBOX_PATH}?${text}`;
}

/** Anything chosen besides the queue. */
export const isNarrow = ({ tag, lang, channel, region }: ThreadFilter): boolean =>
  [tag, lang, channel, region].some((value) => value !== undefined);

export const withQueue = (filter: ThreadFilter, queue: Queue | undefined): ThreadFilter => ({
  ...filter,
  queue,
});

const PLAIN = /^[A-Za-z0-9_-]{1,64}$/u;
