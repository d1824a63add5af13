import type { KEYS_FR } from './texts.fr.ts';

/** The same in English. */
export const KEYS_EN: typeof KEYS_FR = {
  signIn: 'Sign in with a security key',
  signInHint: 'Instead of the code: type the address and the password, then press this button.',
  waiting: 'Follow what the browser says: touch the key, or unlock the device.',
  failed: 'The key did not answer, or it is not the right one. Try again.',
  due: (until: string) =>
    `Your role needs a security key. Enrol one before ${until}; after that no page opens without it.`,
  dueLink: 'Enrol a key',
  confirm: {
    title: 'Is it you?',
    leads: {
      password:
        'You have done nothing here for a while, and this page shows confidential things. Say again who you are.',
      code: 'What you are about to do concerns your access. Confirm with your password and a new code.',
      key: 'What you are about to do needs your security key.',
    },
    kept: 'What you wrote is kept; nothing will be lost.',
    fileLost: 'The file you chose was not sent: choose it again afterwards.',
    withKey: 'Use my security key',
    needsScript: 'A security key works with JavaScript only. Open this page in a browser that allows it.',
    submit: 'Confirm',
    wrong: 'That is not it. Try again; if it is the code, wait for the next one.',
    cancel: 'Back to the overview',
  },
  resume: {
    expired: 'Your session had ended. Sign in: what you wrote is kept.',
    title: 'Send what you wrote',
    lead: 'Your text is still there. Nothing has been sent yet.',
    goOn: 'Continue',
    submit: 'Send',
    drop: 'Do not send',
  },
};
