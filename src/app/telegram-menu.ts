import type { Menu } from '../channels/telegram/index.ts';
import { GLOBAL_INTENTS, type GlobalIntent, type Lang } from '../domain/language.ts';
import type { LoadedFlows } from './load-flows.ts';

/** What stands beside each command in Telegram's menu, where a language has words for it and a flow answers it. */
export function telegramMenu({ speaker, texts, script }: LoadedFlows): Menu {
  const offered = GLOBAL_INTENTS.filter((intent) => script.forIntent(intent) !== undefined);
  const of = (lang: Lang): Partial<Record<GlobalIntent, string>> =>
    Object.fromEntries(
      offered.flatMap((intent) => {
        const key = { flow: 'bot', key: `commands.${intent}` };
        return texts.text(lang, key) === undefined ? [] : [[intent, speaker.say(lang, key)]];
      }),
    );
  return {
    fallback: speaker.fallback,
    texts: Object.fromEntries(speaker.languages.map((lang) => [lang, of(lang)])),
  };
}
