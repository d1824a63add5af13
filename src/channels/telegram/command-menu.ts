import type { Api } from 'grammy';
import type { GlobalIntent, Lang } from '../../domain/language.ts';
import { type Backoff, isOver, pauseUnless } from './backoff.ts';
import { codeOf, isRefusal } from './call-error.ts';
import { MENU_COMMANDS } from './commands.ts';
import type { Log } from '../platform/ports.ts';

/** What stands beside each command; languages are two letters there. The fallback is shown to everyone else. */
export interface Menu {
  fallback: Lang;
  texts: Readonly<Record<Lang, Partial<Record<GlobalIntent, string>>>>;
}

interface Around {
  api: Api;
  /** As it should be now. */
  menu: () => Menu | undefined;
  log: Log;
  /** A fresh one for each showing. */
  backoff: () => Backoff;
  stop: AbortSignal;
}

/** Lists of everyone else have no language. */
const EVERYONE = '';
/** One that Telegram does not take by then waits for the next publication, or the next start. */
const MAX_TRIES = 8;

/** Telegram's menu of commands: a list for each language, sent only where it is not what stands there. */
export class CommandMenu {
  readonly #around: Around;
  readonly #shown = new Map<string, string>();
  #begun = false;
  #work: Promise<void> = Promise.resolve();

  constructor(around: Around) {
    this.#around = around;
  }

  /** Shows it as it is now. Never rejects: a menu that Telegram refuses is no reason to be silent. */
  show(): Promise<void> {
    this.#begun = true;
    this.#work = this.#work.then(() => this.#showNow());
    return this.#work;
  }

  /** The same once it has been shown: before, there is no connection, and the first showing takes the newest anyway. */
  async refresh(): Promise<void> {
    if (this.#begun) await this.show();
  }

  async #showNow(): Promise<void> {
    const { log, backoff, stop } = this.#around;
    const pauses = backoff();
    for (let tries = 1; !isOver(stop); tries += 1) {
      try {
        await this.#send();
        return;
      } catch (error) {
        if (tries >= MAX_TRIES) {
          log.warn(codeOf(error), 'The menu of commands did not reach Telegram; it stays as it was.');
          return;
        }
        await pauseUnless(stop, pauses.next());
      }
    }
  }

  async #send(): Promise<void> {
    const { api, menu, log } = this.#around;
    const now = menu();
    for (const [lang, texts] of Object.entries(now?.texts ?? {})) {
      const commands = commandsOf(texts);
      const list = JSON.stringify(commands);
      for (const where of lang === now?.fallback ? [lang, EVERYONE] : [lang]) {
        if (this.#shown.get(where) === list) continue;
        try {
          await api.raw.setMyCommands({
            commands,
            ...(where !== EVERYONE && { language_code: where as never }),
          });
        } catch (error) {
          if (!isRefusal(error)) throw error;
          log.warn({ lang, ...codeOf(error) }, 'Telegram refuses the menu of commands.');
        }
        // Refused once, it would be again.
        this.#shown.set(where, list);
      }
    }
  }
}

const commandsOf = (texts: Menu['texts'][Lang]): { command: string; description: string }[] =>
  Object.entries(MENU_COMMANDS).flatMap(([command, intent]) => {
    const description = texts[intent];
    return description ? [{ command, description }] : [];
  });
