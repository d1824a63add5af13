/** How much it presses: somebody may come to harm or nothing leaves any more; it should be done soon; good to know. */
export const NEED_LEVELS = ['red', 'amber', 'calm'] as const;

/** Something that waits for staff, as the overview says it. Nothing of a single person is in it. */
export interface Need {
  /** Unique among all: `delivery.dead_letters`. */
  key: string;
  /** A need of 0 is none and is left out. */
  count: number;
  /** What is counted, without the number, in the language of the member: "messages mis de côté". */
  words: string;
  /** The list of exactly what is counted, below `/staff`. Not shown to whom that page is closed. */
  href: string;
  level: (typeof NEED_LEVELS)[number];
  /** When it was counted, milliseconds since 1970. */
  asOf: number;
}
