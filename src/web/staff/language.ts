import type { NextFunction, Request, Response } from 'express';
import { isStaffLang, STAFF_LANGS, type StaffLang } from '../kit/index.ts';
import { fieldsOf } from './form.ts';
import { ownPage } from './next.ts';
import type { AccountParts } from './parts.ts';
import { Refused } from './refused.ts';
import { COOKIE_OPTIONS, cookieOf, signedIn } from './sessions.ts';

export const LANG_COOKIE = '__Host-benkan-lang';
const KEPT_FOR_MS = 365 * 24 * 60 * 60 * 1000;

/** Where the switch of every page posts to. */
export const LANGUAGE_PATH = '/staff/site-language';

/** Answers whoever is not known yet in the language their browser was told, or asks for by itself. */
export function speakToBrowser(request: Request, response: Response, next: NextFunction): void {
  const chosen = cookieOf(request, LANG_COOKIE);
  speak(response, isStaffLang(chosen) ? chosen : askedFor(request));
  next();
}

/** From here on this answer is in the language. */
export function speak(response: Response, lang: StaffLang): void {
  response.locals['lang'] = lang;
}

export const spokenIn = (response: Response): StaffLang =>
  (response.locals['lang'] as StaffLang | undefined) ?? STAFF_LANGS[0];

/** The switch for a page that was asked for; where a form was sent, its answer cannot be asked for again. */
export const choiceAt = ({ method, originalUrl }: Request): { languages?: { action: string; at: string } } =>
  method === 'POST' ? {} : { languages: { action: LANGUAGE_PATH, at: originalUrl } };

/** Keeps the choice in the browser, and on the account of whoever is signed in; then back to where they were. */
export const chooseLanguage =
  (parts: AccountParts) =>
  async (request: Request, response: Response): Promise<void> => {
    const { lang, at } = fieldsOf(request);
    if (!isStaffLang(lang)) throw new Refused(400, 'unknown_language');
    const person = await signedIn(parts, request);
    if (person !== undefined) await parts.accounts.speak(person.id, lang);
    // Lax: it opens nothing, and a link in an e-mail shall lead to a page one can read.
    response.cookie(LANG_COOKIE, lang, { ...COOKIE_OPTIONS, sameSite: 'lax', maxAge: KEPT_FOR_MS });
    response.redirect(303, ownPage(at, parts.publicUrl));
  };

/** The first of ours in the browser's order of preference; any English is English. */
function askedFor(request: Request): StaffLang {
  const ours = request
    .acceptsLanguages()
    .map((asked) => STAFF_LANGS.find((lang) => primary(lang) === primary(asked)));
  return ours.find((lang) => lang !== undefined) ?? STAFF_LANGS[0];
}

const primary = (tag: string): string | undefined => tag.toLowerCase().split('-')[0];
