/** What a set may say, for who writes one. */
export const EVAL_HELP = `
kind      expected
intent    yes, no, hello, thanks, menu, help, language, stop, back, repeat, news, survey, volunteer, events, check,
          report, my_data, erase; or ambiguous, none
number    the number; or none
date      the day as 2026-11-21; or none
place     the slug (gao, gao/ansongo), its cercle alone (ansongo), or the region of what was typed; or ambiguous, none
language  fr, bm, unknown
lang is the language the talk is in. A place that is asked back counts by the first place it would offer.`;
