/** The session with WhatsApp that an operator opens with a phone, as its page needs it. */
export interface WhatsappLink {
  link(): LinkState;
  /** Begins a new session after the last one was ended; a `Fault` where there is one. */
  pairAgain(): Promise<void>;
}

/** Where it stands. */
export type LinkState =
  | { state: 'no_chromium' }
  | { state: 'starting' }
  /** `qr`: what the phone reads. Whoever reads it first lends the campaign their number. */
  | { state: 'waiting'; qr: string }
  | { state: 'pairing' }
  | { state: 'ready'; account: string }
  | { state: 'unlinked'; why: 'logged_out' | 'banned' }
  | { state: 'away'; code: string; afterMs: number };
