import { demand } from './refusal.ts';
import type { Params } from './shapes.ts';

export interface MenuCommand {
  command: string;
  description: string;
}

/** `setMyCommands`: a list for each language; the empty tag is the list of everyone else. */
export class Menus {
  readonly lists = new Map<string, MenuCommand[]>();
  /** How often a list came. */
  sets = 0;

  set(params: Params): true {
    const { commands } = params;
    demand(Array.isArray(commands) && commands.length <= 100, 'Bad Request: commands must be an Array');
    const language = languageIn(params);
    this.lists.set(language, commands.map(acceptCommand));
    this.sets += 1;
    return true;
  }

  /** The list of exactly this language, as Telegram gives it: empty where none was set. */
  get(params: Params): MenuCommand[] {
    return this.lists.get(languageIn(params)) ?? [];
  }
}

function languageIn({ language_code: language = '', scope }: Params): string {
  demand(
    language === '' || (typeof language === 'string' && /^[a-z]{2}$/.test(language)),
    'Bad Request: invalid language code specified',
  );
  const { type } = (scope ?? { type: 'default' }) as { type?: unknown };
  demand(type === 'default', 'Bad Request: only the default scope is simulated');
  return language;
}

function acceptCommand(given: unknown): MenuCommand {
  const { command, description } = given as Partial<Record<keyof MenuCommand, unknown>>;
  demand(
    typeof command === 'string' && /^[a-z0-9_]{1,32}$/.test(command),
    'Bad Request: BOT_COMMAND_INVALID',
  );
  demand(
    typeof description === 'string' && description.length >= 1 && description.length <= 256,
    'Bad Request: BOT_COMMAND_DESCRIPTION_INVALID',
  );
  return { command, description };
}
