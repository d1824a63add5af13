import { createHash } from 'node:crypto';
import type { Chance } from '../../domain/clock.ts';
import { Fault } from '../../domain/faults.ts';
import type { InboundContent } from '../../domain/message.ts';
import { contentOfText, type Said } from './body.ts';
import type { Mailbox, TalkItem } from './mailbox.ts';
import type { Pace } from './pace.ts';
import { Problem } from './problem.ts';
import { isToken, TOKEN_BYTES } from './token.ts';
import { checkFile } from './upload.ts';
import type { Upload } from './uploads.ts';

/** What a form brings: words, the id of a button, or a file. */
export type FormSaid = { say: string } | { choose: string } | { file: Upload };

/** What became of it; `status` and `code` as the JSON doors would have said it. */
export type FormSent = { kind: 'kept' } | { kind: 'refused'; status: number; code: string };

/** The web chat for a page that speaks for its person: no script there holds the token or the talk. */
export interface FormDesk {
  /** A new chat; nothing of it is kept before something is said. */
  open(): string;
  isToken(word: unknown): word is string;
  /**
   * Durable when it resolves as kept. `page`: the id the page was made with; the same words from the same page are the
   * same message, other words from it (the page came back by the browser's own button) another one. `shown`: how it
   * stands in the talk; absent: nowhere.
   */
  say(token: string, page: string, said: FormSaid, shown?: string): Promise<FormSent>;
  /** The talk, oldest first. Throws `Fault` `unavailable`. */
  talk(token: string): Promise<TalkItem[]>;
}

export interface FormDeskParts {
  chance: Chance;
  mailbox: Mailbox;
  pace: Pace;
  deliver: (token: string, said: Said) => Promise<void>;
}

export function formDesk({ chance, mailbox, pace, deliver }: FormDeskParts): FormDesk {
  return {
    open: () => chance.token(TOKEN_BYTES),
    isToken,
    async say(token, page, said, shown) {
      const id = idOf(page, said);
      try {
        const content = contentOf(said);
        pace(token, id);
        const after = (await mailbox.list(token, 0)).at(-1)?.n ?? 0;
        await deliver(token, { id, content, ...('file' in said && { file: said.file }) });
        if (shown !== undefined)
          await mailbox.append(token, { id, text: shown, choices: [], mine: { after } });
        return { kind: 'kept' };
      } catch (cause) {
        return refusedAs(cause);
      }
    },
    async talk(token) {
      return inOrder(await mailbox.whole(token));
    },
  };
}

function contentOf(said: FormSaid): InboundContent {
  if ('choose' in said) return { kind: 'choice', token: said.choose };
  if ('say' in said) return contentOfText(said.say);
  const media = said.file.type.startsWith('audio/') ? 'voice' : 'photo';
  checkFile(media, said.file.bytes.length, said.file.type);
  return { kind: 'media', media };
}

function idOf(page: string, said: FormSaid): string {
  const hash = createHash('sha256').update(`${page}\n${Object.keys(said).join()}\n`);
  hash.update('file' in said ? said.file.bytes : 'say' in said ? said.say : said.choose);
  return hash.digest('base64url');
}

/** Written down once it is durable, and so after the first answers: it is put back before them. */
function inOrder(items: readonly TalkItem[]): TalkItem[] {
  const placed = items.map((item, at) => ({ item, at, place: item.mine?.after ?? item.n }));
  return placed
    .sort((one, two) => one.place - two.place || rank(one.item) - rank(two.item) || one.at - two.at)
    .map(({ item }) => item);
}

/** What was said after a message stands behind it. */
const rank = ({ mine }: TalkItem): number => (mine === undefined ? 0 : 1);

function refusedAs(cause: unknown): FormSent {
  if (cause instanceof Problem) return { kind: 'refused', status: cause.status, code: cause.code };
  if (cause instanceof Fault && cause.kind === 'unavailable')
    return { kind: 'refused', status: 503, code: 'unavailable' };
  throw cause;
}
