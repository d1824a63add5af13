/** A language tag, the name of a folder under `locales/`: `fr`, `bm`. Adding a folder adds the language. */
export type Lang = string;

/** Where a page in this language begins: N'Ko, Arabic and Adlam run from the right. */
export const directionOf = (lang: Lang): 'ltr' | 'rtl' =>
  /^(?:nqo|ar|ara)(?:-|$)|-(?:Nkoo|Arab|Adlm)(?:-|$)/iu.test(lang) ? 'rtl' : 'ltr';

/** What a citizen can always type, at any step and in any spelling. */
export const GLOBAL_INTENTS = [
  'menu',
  'help',
  'language',
  'stop',
  'news',
  'survey',
  'volunteer',
  'events',
  'check',
  'report',
  'my_data',
  'erase',
] as const;

/** Words with a meaning only where a question is open, or none that moves the talk. */
export const LOCAL_INTENTS = ['yes', 'no', 'hello', 'thanks', 'back', 'repeat'] as const;

export type GlobalIntent = (typeof GLOBAL_INTENTS)[number];
export type Intent = GlobalIntent | (typeof LOCAL_INTENTS)[number];
