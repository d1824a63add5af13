import { refusal } from '../../domain/faults.ts';
import { findChromium } from './find-chromium.ts';
import type { Link } from './link.ts';
import { LinkFolder } from './link-file.ts';
import type { Process, Times, WhatsappWebOptions } from './ports.ts';
import type { FromProcess, Stage, ToProcess } from './protocol.ts';

type Options = Pick<
  WhatsappWebOptions,
  'start' | 'folder' | 'chromium' | 'args' | 'clock' | 'log' | 'watcher'
>;
/** What the keeper does not do itself. */
type Told = Exclude<FromProcess, { kind: 'beat' | 'stage' | 'ending' | 'trouble' }>;

interface Around {
  options: Options;
  times: Times;
  told: (message: Told) => void;
  /** The process is gone; another one knows nothing of what this one was asked. */
  ended: () => void;
}

const BEATS_MISSED = 6;

/**
 * Keeps the process alive: finds Chromium, starts it, notices when it hangs or ends, starts it again after a pause that
 * grows. A session that was ended on the phone stays ended until an operator pairs again.
 */
export class Keeper {
  readonly folder: LinkFolder;
  readonly #around: Around;
  #link: Link = { state: 'starting' };
  #process: Process | undefined;
  #timer: NodeJS.Timeout | undefined;
  #silence: NodeJS.Timeout | undefined;
  #failures = 0;
  #steadyFrom: number | undefined;
  #why = 'ended';
  #closing: (() => void) | undefined;
  #closed = false;

  constructor(around: Around) {
    this.#around = around;
    this.folder = new LinkFolder(around.options.folder);
  }

  get link(): Link {
    return this.#link;
  }

  /**
   * Opens the session as it was left.
   * @throws Fault where the folder cannot be used
   */
  async begin(): Promise<void> {
    const { unlinked } = await this.folder.read().catch(() => {
      throw refusal(
        'whatsapp_folder',
        'The folder of WhatsApp cannot be used: expected a DATA_DIR that can be written, e.g. DATA_DIR=./data',
      );
    });
    if (unlinked === undefined) await this.#open();
    else this.#show({ state: 'unlinked', why: unlinked });
  }

  /** `false`: the process certainly does not hear it. */
  tell(message: ToProcess): boolean {
    return this.#process?.tell(message) ?? false;
  }

  /** Asks once more for what was left out. */
  askAgain(): void {
    if (this.#link.state === 'ready') this.#remember(this.#askUnread(this.#link.account, true));
  }

  /**
   * Begins a new session after the last one has ended.
   * @throws Fault where there is one already
   */
  async pairAgain(): Promise<void> {
    if (this.#link.state !== 'unlinked')
      throw refusal('whatsapp_linked', 'WhatsApp is linked; there is nothing to pair.');
    const before = this.#link;
    this.#show({ state: 'starting' });
    try {
      // It may still be ending, and its Chromium writing.
      if (this.#process !== undefined) await this.#end();
      await this.folder.dropSession();
      await this.folder.change((known) => ({ ...known, unlinked: undefined }));
    } catch (cause) {
      this.#show(before);
      throw cause;
    }
    this.#failures = 0;
    await this.#open();
  }

  /** Ends the process in order, within its time. Nothing is started any more. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    if (this.#process !== undefined) await this.#end();
    await this.folder.settled();
  }

  async #open(): Promise<void> {
    const { options, times } = this.#around;
    if (this.#closed) return;
    const chromium = await findChromium(options.chromium);
    if (chromium === undefined) {
      this.#show({ state: 'no_chromium' });
      this.#later(times.lookAgainMs);
      return;
    }
    this.#why = 'ended';
    this.#show({ state: 'starting' });
    const started = options.start({
      // What a process says after its end is about nothing that is still there.
      told: (message) => {
        if (this.#process === started) this.#told(message);
      },
      unreadable: () =>
        options.log.warn({ code: 'unreadable' }, 'WhatsApp web: its process said something else.'),
      ended: () => this.#ended(),
    });
    this.#process = started;
    this.#listen();
    const { nudgeMs, rebuildMs, lookMs, qrMs, blindMs, startMs, beatMs } = times;
    const limits = { nudgeMs, rebuildMs, lookMs, qrMs, blindMs, startMs };
    const { args = [] } = options;
    started.tell({
      kind: 'begin',
      begin: { folder: this.folder.path, chromium, args: [...args], limits, beatMs },
    });
  }

  #told(message: FromProcess): void {
    const { log } = this.#around.options;
    this.#listen();
    switch (message.kind) {
      case 'beat':
        break;
      case 'stage':
        this.#reached(message.stage);
        break;
      case 'trouble':
        log.warn({ code: message.code }, 'WhatsApp web: trouble.');
        break;
      case 'ending':
        this.#why = message.code;
        break;
      case 'message':
      case 'vote':
      case 'ack':
      case 'answer':
        this.#around.told(message);
    }
  }

  #reached(stage: Stage): void {
    this.#show(stage);
    this.#steadyFrom = stage.state === 'ready' ? this.#around.options.clock.now() : undefined;
    if (stage.state === 'ready') this.#remember(this.#askUnread(stage.account, false));
    if (stage.state === 'unlinked') this.#remember(this.#unlink(stage.why));
  }

  /** What came while we were away; never what was said to this number before it was ours. */
  async #askUnread(account: string, again: boolean): Promise<void> {
    const now = Math.floor(this.#around.options.clock.now() / 1000);
    let since = now;
    await this.folder.change((known) => {
      if (known.account === account) since = known.since ?? now;
      return { ...known, account, since };
    });
    this.tell({ kind: 'unread', since: Math.max(since, now - UNREAD_S), again });
  }

  async #unlink(why: 'logged_out' | 'banned'): Promise<void> {
    await this.folder.change((known) => ({ ...known, unlinked: why }));
  }

  /** The disk may be full: the session lives on, and an operator hears of it. */
  #remember(work: Promise<void>): void {
    work.catch(() =>
      this.#around.options.log.error({ code: 'link_file' }, 'WhatsApp web: its folder cannot be written.'),
    );
  }

  #ended(): void {
    const { times, ended, options } = this.#around;
    this.#process = undefined;
    clearTimeout(this.#silence);
    ended();
    this.#closing?.();
    if (this.#closed || this.#closing !== undefined) return;
    if (this.#link.state === 'unlinked') {
      this.#remember(this.folder.dropSession());
      return;
    }
    const steady = this.#steadyFrom !== undefined && options.clock.now() - this.#steadyFrom >= times.steadyMs;
    this.#failures = steady ? 0 : this.#failures + 1;
    this.#steadyFrom = undefined;
    const afterMs = Math.min(times.pauseMs * 2 ** Math.max(0, this.#failures - 1), times.longestPauseMs);
    this.#show({ state: 'away', code: this.#why, afterMs });
    options.log.warn({ code: this.#why, afterMs }, 'WhatsApp web: its process ended and is started again.');
    this.#later(afterMs);
  }

  #later(ms: number): void {
    this.#timer = setTimeout(() => this.#remember(this.#open()), ms);
    this.#timer.unref();
  }

  /** Something was heard; from now on the next silence counts. */
  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.#why = 'hung';
      this.#process?.kill();
    }, BEATS_MISSED * this.#around.times.beatMs);
    this.#silence.unref();
  }

  async #end(): Promise<void> {
    const { closeMs } = this.#around.times;
    await new Promise<void>((resolve) => {
      const kill = setTimeout(() => this.#process?.kill(), closeMs);
      this.#closing = () => {
        clearTimeout(kill);
        resolve();
      };
      if (!this.tell({ kind: 'stop' })) this.#process?.kill();
    });
    this.#closing = undefined;
  }

  #show(link: Link): void {
    // Looked for again and again; said once.
    if (link.state === 'no_chromium' && this.#link.state === 'no_chromium') return;
    this.#link = link;
    this.#around.options.watcher?.(link);
  }
}

/** How far back it is asked what was not read: as long as our own words wait for a platform. */
const UNREAD_S = 72 * 3_600;
