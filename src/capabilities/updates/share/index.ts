export { CARD_HEIGHT, CARD_WIDTH } from './card-size.ts';
export { shareCard } from './card.ts';
export { type Cards, cards, type PlainCards, plainCards } from './cards.ts';
export type { PlainCard } from './plain-card.ts';
export type { Carded } from './card-svg.ts';
export { type BotNames } from './bot-links.ts';
export { type ShareDeps, shareRoute } from './share-routes.tsx';
export { shareStyles } from './styles.ts';
export { shareText } from './share-text.ts';
