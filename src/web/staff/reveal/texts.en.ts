import { MOST_REVEALS } from './limits.ts';
import type { RevealTexts } from './texts.fr.ts';

/** The same in English. */
export const REVEAL_EN: RevealTexts = {
  lead: `Each look is recorded with your account and the reason. At most ${String(MOST_REVEALS)} a day; the page stays open for ten minutes.`,
  reason: 'Reason',
  choose: 'Choose a reason.',
  reasons: {
    appel: 'Roll call on the spot',
    accueil: 'Welcome or reach the person',
    demande: 'The person asks for it',
    urgence: 'Emergency',
    protection: 'Protect a person',
    autre: 'Another reason (to be written)',
  },
  words: 'If it is another reason, which?',
  wordsHint: 'One sentence, without names or numbers. Administrators can read it.',
  show: 'Show',
  masked: '•••••',
  refused: {
    reveal_choose: 'Choose a reason.',
    reveal_explain: 'Write the reason as a sentence of at least ten characters.',
    reveal_enough: `You have looked at ${String(MOST_REVEALS)} identities today. Ask a colleague, or wait until tomorrow.`,
  },
};
