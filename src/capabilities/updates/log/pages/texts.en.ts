import type { LogTexts } from './texts.fr.ts';

/** Words of the page about the signed log, in English. */
export const LOG_EN: LogTexts = {
  title: 'Log of publications',
  lead: 'Everything published, corrected or withdrawn is signed and entered here, in order. Nothing is ever erased from it, and changing a single letter shows.',
  back: 'All updates',
  whole: (entries) =>
    `The log is whole: ${entries} entries, all signed by the publisher, and every published update agrees with it.`,
  none: 'Nothing is published yet. The log begins with the first update.',
  checkedAt: 'Checked on',
  head: 'Last entry',
  headAdvice:
    'Note this line down elsewhere, on paper or in a message: whoever keeps it notices when the end of the log is cut off.',
  key: 'Key that signs now',
  broken: (where, what) => `The log is no longer whole. ${where}: ${what}.`,
  entry: (seq) => `Entry ${seq}`,
  brokenAdvice:
    'Publish nothing more. Tell whoever runs the machine: somebody wrote into the database without going through Benkan. The public page of verification says so already for what is touched.',
  check: 'Check now',
  files: 'To check without us',
  file: 'The whole log (file)',
  keys: 'The public keys',
  publicPage: 'Public page of verification',
  proof: 'Proof of this version (file)',
  proofTitle: 'Signature',
  proofText: 'This version is signed and entered in the log of publications.',
  need: () => 'log of publications that is no longer whole',
  damages: {
    unreadable: 'it is no entry any more',
    misplaced: 'it is not in its place, or one is missing before it',
    unlinked: 'it does not follow the one before it',
    edited: 'it was changed',
    unknown_key: 'it is signed with a key that is not ours',
    old_key: 'it is signed with a key that was replaced before',
    unsigned: 'its signature is not ours',
    one_person: 'the same person wrote and verified it',
    twice: 'the same version is there twice',
    cut_off: 'it and all after it are missing',
    another_log: 'this is not the log whose end was noted down',
    head: 'the end kept beside the log is not its own',
    item_differs: 'the update as kept does not say what was signed',
    item_unlogged: 'it is marked as published and never was',
    item_gone: 'it was published and is there no more',
  },
};
