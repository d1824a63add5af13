import type { LinkTexts } from './texts.fr.ts';

/** The words of the page on which the campaign's phone is linked, in English. */
export const LINK_EN: LinkTexts = {
  title: 'WhatsApp link',
  menu: 'WhatsApp',
  about: 'Link the campaign’s phone, and see whether it is linked.',
  lead: 'The campaign’s ordinary number, linked as WhatsApp Web is. It only replies: no broadcast goes out this way, or WhatsApp would close the number.',
  off: 'This link is not in use.',
  offHow:
    'To use it, whoever runs the server sets WHATSAPP_DRIVER=web (or both, beside the official API) and restarts Benkan.',
  states: {
    no_chromium: 'Chromium is missing',
    starting: 'Starting…',
    waiting: 'Waiting for the phone',
    pairing: 'Linking…',
    ready: 'Linked',
    unlinked: 'No longer linked',
    away: 'Interrupted',
  },
  chromiumHow:
    'Chromium was not found on the server. Install it (Debian: apt-get install chromium) or give its path in CHROMIUM_PATH. Benkan looks again every thirty seconds.',
  startingHow: 'WhatsApp’s page is loading; on a slow connection this takes a few minutes.',
  steps: [
    'On the campaign’s phone, open WhatsApp.',
    'Menu ⋮, then “Linked devices”, then “Link a device”.',
    'Point the camera at this code.',
  ],
  codeAlt: 'QR code to be scanned with the campaign’s phone',
  codeWarning:
    'Show this code to nobody: whoever scans it with another phone makes Benkan speak from another number.',
  pairingHow: 'The code was scanned. WhatsApp is handing over its conversations; leave the phone on.',
  readyHow: (account) =>
    `The number +${account} is linked. Switch this phone on at least once every fourteen days, or WhatsApp cuts the link.`,
  whyUnlinked: {
    logged_out:
      'The link was cut on the phone or by WhatsApp. Replies are waiting; nothing is linked again without you.',
    banned:
      'WhatsApp has closed this number. Link another number, or wait until it is opened again; meanwhile replies are waiting.',
  },
  pairAgain: 'Link again',
  pairAgainWhat:
    'The old link is deleted from the server, and a new code appears. If you do not know why it was cut, look at the phone first.',
  awayHow: (seconds) =>
    `The program that holds the link has stopped; it restarts within ${String(seconds)} s. Nothing is lost: replies are waiting.`,
  codes: {
    no_sandbox:
      'Chromium refuses to start without a sandbox: run Benkan as an ordinary user or, in a container of its own, with CHROMIUM_ARGS=--no-sandbox.',
    chromium_failed: 'Chromium does not start. Try it by hand, as the same user.',
    no_network: 'web.whatsapp.com does not answer: check the server’s connection.',
    certificate: 'The certificate of web.whatsapp.com is not the right one: somebody may be in between.',
    profile_in_use: 'Another Chromium is using this link: stop the other Benkan.',
    page_not_known: 'WhatsApp’s page has changed or has not finished loading.',
  },
  code: (code) => `Code: ${code}`,
  refresh: 'This page updates by itself.',
  look: 'Refresh',
  notices: {
    unlinked: 'WhatsApp is no longer linked: replies are waiting.',
    no_chromium: 'WhatsApp: Chromium is missing on the server.',
  },
  noticeLink: 'See the WhatsApp link',
  linkedAlready: 'There is nothing to link: the link is in use, or is starting already.',
};
