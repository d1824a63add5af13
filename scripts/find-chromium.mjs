// Finds the Chromium that tests of pages and the WhatsApp Web channel drive, or installs it where that is possible.
import { findProgram } from './find-program.mjs';

const CHROMIUM = {
  name: 'Chromium',
  a: 'a Chromium or Chrome',
  setting: 'CHROMIUM_PATH',
  usual: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  debian: 'chromium',
};

export const findChromium = (wanted) => findProgram(wanted, CHROMIUM);
