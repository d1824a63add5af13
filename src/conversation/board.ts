/** What is known of one attempt to post. */
export type Posted =
  /** It is there; `place` names it to the platform for good. */
  | { kind: 'posted'; place: string }
  /** Certainly not posted; come again after `afterMs`. `forAll`: nothing of this account before. */
  | { kind: 'retry'; afterMs: number; code: string; forAll?: true }
  /** Refused, and so it will be until somebody does something about it. */
  | { kind: 'refused'; code: string }
  /** The request left and no answer came. */
  | { kind: 'unknown'; code: string };

/** What is known of one attempt to change a post; a lost answer is none, as the same change may be made again. */
export type Edited =
  | { kind: 'edited' }
  | Extract<Posted, { kind: 'retry' | 'refused' }>
  /** Nothing is there any more. */
  | { kind: 'gone' };

/** Whether a board takes posts, and why it does not. */
export const BOARD_STANDINGS = [
  'open',
  'unknown_place',
  'not_a_board',
  'not_a_member',
  'may_not_post',
  'no_answer',
] as const;
export type BoardStanding = (typeof BOARD_STANDINGS)[number];

/**
 * A public place on a platform where the campaign posts for whoever reads there; nobody is talked with. No call throws
 * for what the network or the platform does.
 */
export interface Board {
  /** As people find it. */
  readonly name: string;
  /** Of a post, in UTF-16 units. */
  readonly longest: number;
  /** Asks the platform; changes nothing there. */
  standing(): Promise<BoardStanding>;
  /**
   * One attempt. `begun` is asked at the last moment before the words leave, when the turn of this one has come; `false`:
   * they do not, and it is to come again.
   */
  post(text: string, begun: () => Promise<boolean>): Promise<Posted>;
  /** Puts other words in the place of a post; the same ones again are no fault. */
  edit(place: string, text: string): Promise<Edited>;
  /** Whether a post of ours is there; asks without changing it. `undefined`: no answer. */
  isThere(place: string): Promise<boolean | undefined>;
  /** What a link that people copy from a post names; `undefined` for anything else. */
  placeIn(link: string): string | undefined;
  /** For opening a post. */
  linkTo(place: string): string;
}
