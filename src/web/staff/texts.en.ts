import { PASSWORD_SHORTEST } from './password.ts';
import type { StaffTexts } from './texts.fr.ts';

const TOO_LARGE =
  'The file is too large. Record something shorter, or save it as Ogg Opus (the lightest), and try again.';

/** About files, by what the frame or the media store refuses. */
const FILE_WORDS = {
  file_too_large: TOO_LARGE,
  media_too_large: TOO_LARGE,
  file_type: 'This kind of file is not accepted here. The ones that are stand under the field.',
  file_cut: 'The upload was cut off. Please try again.',
  media_type: 'A recording must be Ogg Opus (.ogg, .opus), MP3 or M4A.',
  media_mismatch: 'The file is not what its name says, or it is damaged. Record or convert it again.',
  media_empty: 'The file is empty.',
  media_tells_where:
    'The recording contains the place where it was made, or a picture. Record it without those details.',
};

/** Every word of the staff frame, in English. */
export const STAFF_EN: StaffTexts = {
  lang: 'en-GB',
  roles: {
    admin: 'Administrator',
    editor: 'Editor',
    verifier: 'Verifier',
    organiser: 'Organiser',
    analyst: 'Analyst',
    coordinator: 'Coordinator',
    viewer: 'Read only',
  },
  fields: {
    email: 'E-mail address',
    name: 'Your name',
    nameHint: 'As your colleagues will see it.',
    password: 'Password',
    newPasswordHint: `At least ${String(PASSWORD_SHORTEST)} characters. Four or five words that have nothing to do with each other work very well.`,
    code: 'Six-digit code',
    codeHint: 'From your authenticator app; it changes every 30 seconds.',
  },
  signIn: {
    title: 'Sign in',
    lead: 'For staff.',
    submit: 'Sign in',
    wrong:
      'These details do not let you in. Check the address, the password and the code, then try again with a new code.',
    lost: 'Lost your password or your phone? An administrator can reset your access.',
    signedOut: 'You are signed out.',
    firstRun: 'There is no account yet. Open the one-time link shown in the terminal when Benkan started.',
  },
  setup: {
    title: 'First account',
    lead: 'This link creates the administrator’s account. It works once.',
    submit: 'Continue',
    stepOne: 'Step 1 of 2',
    stepTwo: 'Step 2 of 2',
    scanTitle: 'Second factor',
    scanLead: 'A password is not enough: a code on your phone also protects the people who write to us.',
    scan: 'In an authenticator app (Aegis, FreeOTP, Google Authenticator…), add an account by scanning this image:',
    scanAlt: 'QR code of the second factor; the same secret is written below.',
    type: 'Or type this secret:',
    confirm: 'Then type the code the app shows.',
    confirmSubmit: 'Create the account',
    wrongCode: 'This code is not right. Wait for the next one, and check the time on your phone.',
    badEmail: 'This is not an e-mail address; expected: name@example.org.',
    badName: 'Enter a name of 1 to 80 characters.',
    password: {
      too_short: `Too short: at least ${String(PASSWORD_SHORTEST)} characters.`,
      too_long: 'Too long: at most 1,000 characters.',
      predictable:
        'Too easy to guess: it is made of common words, local names or your address. Choose words that have nothing to do with each other.',
    },
  },
  overview: {
    nav: 'Overview',
  },
  errors: {
    back: 'Back to the overview',
    signIn: 'Sign in',
    reference: 'Reference to quote:',
    titles: {
      400: 'Request not understood',
      401: 'Please sign in',
      403: 'Access denied',
      404: 'Page not found',
      405: 'Not possible here',
      409: 'Already done in the meantime',
      413: 'Too much was sent',
      415: 'Format not accepted',
      429: 'Too many attempts',
      500: 'Something went wrong on our side',
      503: 'Unavailable for a moment',
    },
    advice: {
      400: 'A field is missing or is not as expected. Go back and try again.',
      401: 'Your session is over, or you are not signed in.',
      403: 'Your role does not open this page, or the request did not come from our pages.',
      404: 'This page does not exist, or no longer does.',
      405: 'This address exists, but not for this action.',
      409: 'Somebody else was quicker. Reload the page to see where things stand.',
      413: 'Shorten the text and try again.',
      415: 'Please use the form on the page.',
      429: 'Wait a little, then try again. Your account is not locked.',
      500: 'Nothing is lost on your side. Try again; if it happens again, report it with the reference.',
      503: 'The database does not answer, or the service is very busy. Try again in a few seconds.',
    },
    codes: {
      setup_closed:
        'This link has been used, has expired or is not the right one. If there is no account yet, restart Benkan: the terminal will show a new link.',
      setup_taken: 'Somebody else has just created the first account with this link.',
      unknown_language: 'This site does not speak that language. Choose one at the foot of the page.',
      key_first: 'Your role needs a security key. Enrol one on the page “My account”, then come back.',
      confirm_first: 'The session was idle. Open the page again and confirm who you are.',
      no_keys_here: 'Security keys only work at an https address with a name. Use the six-digit code.',
      wrong_origin:
        'The request did not come from our pages. Open the site at its usual address and try again.',
      ...FILE_WORDS,
    },
  },
};
