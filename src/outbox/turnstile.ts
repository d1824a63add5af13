import type { Lane } from '../domain/message.ts';

/**
 * Who may leave when, of one account of a channel: replies first, then alerts, then broadcasts. One process keeps the
 * pace by itself (`Pacing`); where several share an account, they keep it together (`SharedPacing` in `queue`).
 */
export interface Turnstile {
  /** How many wait for their turn in this process. */
  readonly waiting: number;
  /** How long the platform's pause still is, in milliseconds. */
  readonly heldMs: number;
  /** `undefined`: it may go now, and counts as gone. Else when it may, or `false` when nothing more is to go. */
  leave(lane: Lane, to: string): Promise<boolean> | undefined;
  /** To be called once for everything that left: its outcome is known, and {@link hold} was called if it asks for that. */
  back(lane: Lane): void;
  /** The platform asks for a pause of everything; one that is longer already stays. */
  hold(ms: number): void;
  /** Lets everybody who waits know that their turn does not come. */
  stop(): void;
}
