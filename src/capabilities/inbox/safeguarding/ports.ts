import type { Lang } from '../../../domain/language.ts';

export const SENSITIVE_KINDS = [
  'violence',
  'threat',
  'suicide',
  'child',
  'ransom',
  'weapons',
  'sexual',
] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

export interface Red {
  kinds: readonly SensitiveKind[];
  since: number;
}

/** A word that sends a thread to the red queue, with where it is from. */
export interface SensitiveWord {
  kind: SensitiveKind;
  lang: Lang;
  word: string;
  source: string;
}

/** What to do about one kind; words for staff, by language of the staff site. */
export interface SafeguardingCard {
  kind: SensitiveKind;
  title: Readonly<Record<'fr' | 'en', string>>;
  /** In this order. */
  todo: Readonly<Record<'fr' | 'en', readonly string[]>>;
  call: readonly SafeguardingCall[];
}

/** Whom to call, and how soon they must have it. A name and number stand in no code: the duty list has them. */
export interface SafeguardingCall {
  who: Readonly<Record<'fr' | 'en', string>>;
  /** Minutes to acknowledge and to act, by the escalation table; `null`: it sets none. */
  ackMin: number | null;
  actMin: number | null;
}

/** Words that are looked for in what citizens write to a person; data with its source. */
export interface SafeguardingWords {
  list(): readonly SensitiveWord[];
  cards(): readonly SafeguardingCard[];
}
