import type { Board } from '../../conversation/board.ts';
import type { Channel, Receive } from '../../conversation/ports.ts';
import { NO_MEDIA } from '../../domain/media.ts';
import { backoff } from './backoff.ts';
import { telegramBoard } from './board.ts';
import { lookAtBoard } from './board-look.ts';
import { CommandMenu } from './command-menu.ts';
import { connect } from './connect.ts';
import { fetchFile } from './fetch-file.ts';
import { intake } from './intake.ts';
import { answers } from './outcome.ts';
import { PACE } from './pace.ts';
import { poll } from './polling.ts';
import type { TelegramOptions } from './ports.ts';
import { Recordings } from './recordings.ts';
import type { Intake } from '../platform/commit.ts';
import { downloadsFrom } from '../platform/download.ts';
import type { WebhookDoor } from '../platform/ports.ts';
import { secretCheck } from '../platform/secret.ts';
import { sendMessage } from './send.ts';
import { leanTransport } from './transport.ts';
import { webhookDoor } from './webhook.ts';

export { BOARD_NAME } from './board.ts';
export { WEBHOOK_PATH } from './connect.ts';
export type { Counted, Log } from '../platform/ports.ts';
export type { Menu } from './command-menu.ts';
export type { TelegramOptions } from './ports.ts';
export { preview as telegramPreview } from './preview.ts';

export interface TelegramChannel extends Channel {
  readonly id: 'telegram';
  start(receive: Receive): Promise<void>;
  stop(): Promise<void>;
  /** The bot's id, as `Inbound.account` and for `send`; the token begins with it. */
  readonly account: string;
  /** To be mounted at `POST` {@link WEBHOOK_PATH}, before any body parser. */
  readonly webhook: WebhookDoor;
  /** The channel it posts in, where one is set. */
  readonly board?: Board;
  /** Other flows were published: the menu of commands follows, if it is another now. Never rejects. */
  showMenu(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
/** In first pauses: a Telegram that is away is asked every half minute. */
const LONGEST_CONNECTING = 64;
/** In first pauses: while one chat's update fails, the others wait as long as this at most. */
const LONGEST_POLLING = 8;
/** A file of ours is at most two megabytes. */
const FILE_WITHIN_MS = 20_000;
/** How long a start waits for Telegram before it lets the rest of the app go on. */
const START_WAITS_MS = 2_000;

/**
 * Telegram by grammY's API client. `start` never fails for what Telegram or the network does: it goes on trying, and the
 * webhook door is open from the first moment. Throws when the options cannot work.
 */
export function telegramChannel(options: TelegramOptions): TelegramChannel {
  const { token, log, count = () => undefined, pauseMs = FIRST_PAUSE_MS } = options;
  const account = accountOf(token);
  if (options.mode === 'webhook' && !/^[\w-]{1,256}$/.test(options.webhookSecret ?? ''))
    throw new TypeError('A Telegram webhook needs a secret of 1–256 characters A-Z a-z 0-9 _ -.');
  const stopping = new AbortController();
  const apiRoot = new URL(options.apiRoot ?? 'https://api.telegram.org');
  const transport = leanTransport(apiRoot.href, token);
  const downloads = downloadsFrom(apiRoot.origin, FILE_WITHIN_MS);
  const receiving = transport.api(stopping.signal);
  const sending = transport.api();
  const recordings = new Recordings(options.media ?? NO_MEDIA);
  const menu = new CommandMenu({
    api: receiving,
    menu: () => options.menu?.(),
    log,
    backoff: () => backoff(pauseMs, pauseMs * LONGEST_CONNECTING),
    stop: stopping.signal,
  });
  const board =
    options.board === undefined ? undefined : telegramBoard(sending, Number(account), options.board);
  let taking: Intake | undefined;
  let running: Promise<unknown> = Promise.resolve();

  return {
    id: 'telegram',
    account,
    pace: PACE,
    ...(board && { board }),
    webhook: webhookDoor({
      rightSecret: secretCheck(options.webhookSecret),
      intake: () => (stopping.signal.aborted ? undefined : taking),
      count,
    }),

    send: async (message, from) =>
      from === account
        ? sendMessage({ api: sending, recordings }, message)
        : { kind: 'refused', code: 'not_this_account', gone: false },

    answers: () => answers(sending),

    fetch: async (id, from) =>
      from === account
        ? fetchFile({ api: sending, downloads, token, root: apiRoot.pathname.replace(/\/$/, '') }, id)
        : { kind: 'gone' },

    async start(receive) {
      const confirmTap = (id: string): Promise<unknown> =>
        sending.raw.answerCallbackQuery({ callback_query_id: id });
      const open = intake({ account, receive, confirmTap, log, count });
      taking = open;
      const around = { api: receiving, options, menu, log, stop: stopping.signal };
      const connected = connect({ ...around, backoff: backoff(pauseMs, pauseMs * LONGEST_CONNECTING) });
      // Nobody waits for it, and staff are told on the page of a post too.
      if (board !== undefined)
        void connected.then((state) => (state === 'connected' ? lookAtBoard(board, log) : undefined));
      running = connected.then((state) =>
        state === 'connected' && options.mode === 'polling'
          ? poll({
              ...around,
              lasting: sending,
              intake: open,
              backoff: backoff(pauseMs, pauseMs * LONGEST_POLLING),
            })
          : undefined,
      );
      await Promise.race([connected, timer(START_WAITS_MS, connected)]);
    },

    showMenu: () => menu.refresh(),

    async stop() {
      stopping.abort();
      await running;
      await taking?.idle();
    },

    async close() {
      await Promise.all([transport.close(), downloads.close()]);
    },
  };
}

function accountOf(token: string): string {
  const [, account] = /^(\d{1,16}):[\w-]+$/.exec(token) ?? [];
  if (account === undefined) throw new TypeError('A Telegram token looks like 123456:ABC-def.');
  return account;
}

/** Ends by itself when `work` is done, so that no timer holds the process. */
function timer(ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const waiting = setTimeout(resolve, ms);
    void work.finally(() => clearTimeout(waiting));
  });
}
