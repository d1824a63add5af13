import { createContext } from 'preact';

/** What a reader may choose over what their device says. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const isTheme = (word: unknown): word is Theme => THEMES.some((theme) => theme === word);

/** Set by `renderPage` for the whole page; `undefined` is as the device says. */
export const PageTheme = createContext<Theme | undefined>(undefined);
