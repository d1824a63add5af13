export { type ChatPageOptions, chatPageRouter, chatStyle } from './chat-router.tsx';
export type { ChatDesk } from './form/ports.ts';
export { type ChatFormParts, chatFormRouter } from './form/routes.tsx';
export { dayWords } from './day-words.ts';
export { lastSeenScripts } from './last-seen.ts';
export { type PageImage, scriptJson } from './head.tsx';
export {
  inBoth,
  inLang,
  type Kept,
  keptFr,
  langIn,
  langOf,
  plainly,
  PUBLIC_LANGS,
  type PublicLang,
  type PublicWords,
  type Spoken,
} from './languages.ts';
export { PublicPage } from './page.tsx';
export { Facts, PublicNotice } from './parts.tsx';
export type { PublicAnswer, PublicContext, PublicFrame, PublicRoute } from './route.ts';
export { type PublicParts, publicRouter } from './router.ts';
export { Say } from './say.tsx';
export { ShareWays } from './share-ways.tsx';
export { publicStyles } from './styles.ts';
