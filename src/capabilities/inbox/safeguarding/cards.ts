import type { SafeguardingCard, SensitiveKind } from '../ports.ts';
import { type Both, CALLS, TO_DO } from './to-do.ts';

type Deed = keyof typeof TO_DO;
type Called = keyof typeof CALLS;

/**
 * What to do about each kind of danger, and whom to call how soon. The minutes are those of the escalation table; both
 * await practitioners before a campaign leans on them. Names and numbers are those of the duty list and stand in no code.
 */
export const SAFEGUARDING_CARDS: readonly SafeguardingCard[] = [
  card(
    'violence',
    both('Violence', 'Violence'),
    ['safe', 'noPromise', 'noPlace', 'pass'],
    ['mediator', 'watch'],
  ),
  card('threat', both('Menace', 'Threat'), ['safe', 'phone', 'noPromise', 'pass'], ['watch', 'duty']),
  card(
    'suicide',
    both('Quelqu’un pense à mourir', 'Somebody thinks of dying'),
    ['stay', 'ask', 'near', 'noAlone', 'pass'],
    ['health', 'duty'],
  ),
  card(
    'child',
    both('Un enfant est concerné', 'A child is concerned'),
    ['childFirst', 'noPhoto', 'noPromise', 'noFamily', 'pass'],
    ['child', 'region'],
  ),
  card(
    'ransom',
    both('Enlèvement, rançon', 'Abduction, ransom'),
    ['noMoney', 'noPublic', 'noName', 'pass'],
    ['duty', 'region'],
  ),
  card(
    'weapons',
    both('Armes, engins explosifs', 'Weapons, explosives'),
    ['away', 'noTouch', 'noPhoto', 'pass'],
    ['watch', 'duty'],
  ),
  card(
    'sexual',
    both('Violence sexuelle', 'Sexual violence'),
    ['believe', 'care72', 'noDetail', 'choice', 'pass'],
    ['health', 'region'],
  ),
];

/** Those of a thread that is red. */
export const cardsFor = (kinds: readonly SensitiveKind[]): SafeguardingCard[] =>
  SAFEGUARDING_CARDS.filter(({ kind }) => kinds.includes(kind));

function card(
  kind: SensitiveKind,
  title: Both,
  todo: readonly Deed[],
  calls: readonly Called[],
): SafeguardingCard {
  return {
    ...{ kind, title, call: calls.map((each) => CALLS[each]) },
    todo: { fr: todo.map((each) => TO_DO[each].fr), en: todo.map((each) => TO_DO[each].en) },
  };
}

function both(fr: string, en: string): Both {
  return { fr, en };
}
