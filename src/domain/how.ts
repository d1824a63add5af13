/** Levels of folding, the surest first: as typed, without tone marks, without accents, as French ears spell, in one word. */
export const SPELLING_LEVELS = ['exact', 'toneless', 'safe', 'frenchLike', 'joined'] as const;
export type SpellingLevel = (typeof SPELLING_LEVELS)[number];

/** What a reader of typed words went by. */
export type By =
  /** A whole utterance, label, name or keyword that is known. */
  | 'spelling'
  /** One telling word of a label. */
  | 'word'
  /** With typing errors. */
  | 'close'
  /** Written otherwise, and heard the same. */
  | 'sound'
  /** Its place in the list, or the number of a commune. */
  | 'digit'
  | 'number_digits'
  | 'number_words'
  | 'relative_day'
  | 'weekday'
  | 'calendar_day'
  | 'phone'
  /** A first letter, or a thumb. */
  | 'sign'
  /** Several short answers in a row, or an utterance without its politeness or its ending. */
  | 'phrases'
  | 'polite'
  | 'ending'
  /** A platform's command, or the code of an item. */
  | 'command'
  | 'code';

/** How typed words came to mean what they mean, for who asks why. */
export interface How {
  by: By;
  /** The level of folding at which they fitted. */
  level?: SpellingLevel;
  /** Typing errors that were forgiven. */
  errors?: number;
}

/** Hears how words were read. Nobody listens when citizens are served: a reader does no work for it. */
export type Told = (how: How) => void;
