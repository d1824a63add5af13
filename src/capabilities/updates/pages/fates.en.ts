import { MAX_ALT, MAX_WHY } from '../model/content.ts';
import type { FateTexts } from './fates.fr.ts';

const many = (n: number, one: string, more: string): string => (n === 1 ? one : more);

/** The same in English. */
export const FATES_EN: FateTexts = {
  correct: 'Correct',
  correctTitle: 'Correct the update',
  correctLead:
    'A correction is an update of its own: one person writes it, another verifies it. Once published it takes the same number; the former version stays as it was, marked “corrected”.',
  correctTo: (count, version, n) =>
    n === 0
      ? `Nobody has received version ${version} yet.`
      : `${count} ${many(n, 'person has', 'people have')} received version ${version}: the correction will go to ${many(n, 'them', 'all of them')}, subscribed or not. Only “stop” stops it.`,
  correctSubmit: 'Begin the correction',
  underWay: 'A correction is under way:',
  editCorrection: (number, version) =>
    `You are correcting ${number}, version ${version}. It stays visible until the correction is published.`,
  reason: 'What was wrong',
  whyHint: `At most ${String(MAX_WHY)} characters. These words go out with the correction, before its text. No names of people.`,
  image: 'Picture',
  imageLead: 'A picture is verified with the text. Place and camera, if they are noted in it, are erased.',
  imageFile: 'Picture file (JPEG, PNG or WebP, 2 MB at most)',
  imageAlt: 'What the picture shows',
  imageAltHint: `At most ${String(MAX_ALT)} characters, for who does not see it.`,
  imageAdd: 'Add',
  imageReplace: 'Replace',
  imageRemove: 'Remove',
  imageRefused: 'This file was not taken: expected a JPEG, PNG or WebP picture of 2 MB at most.',
  imageNone: 'Choose a file.',
  noAlt: 'Not described in this language yet.',
  versionOf: (number, version) => `${number}, version ${version}`,
  version: 'Version',
  replaces: 'Corrects',
  replacedBy: 'Corrected by',
  fateTitles: { corrected: 'Who had the former version', withdrawn: 'Who had received the update' },
  fateWaits: 'Sending to those who had received it begins in a few seconds.',
  fateAtSeven: 'It is night: sending to those who had received it begins at 7:00.',
  fateStates: { running: 'Under way', done: 'Done', withdrawn: 'Stopped: replaced or withdrawn meanwhile' },
  reach: (told, had, share) => `They know: ${told} of ${had} (${share}).`,
  fateWaiting: 'Wait until the person writes',
  fateRead: 'Said when they wrote',
  fateDropped: 'Never said',
  fateWaitingWhy:
    'On an ordinary WhatsApp number nobody is written to first: the person learns it in their next conversation.',
  reachNone: 'Nobody had received it.',
  hadIt: 'Had received it',
  inLog: 'Place in the public log',
  logPlace: (seq) => `No. ${seq}`,
  logSigned: 'Signature (Ed25519)',
  logKey: 'Key',
  logHash: 'Hash of the entry',
  logWaits: 'Not in the log yet.',
  logKinds: { published: 'Publication', corrected: 'Correction', withdrawn: 'Withdrawal' },
  sinceApproval: 'What has changed since the last verification',
  sinceApprovalNone: 'Nothing has changed since the last verification.',
  cause: 'What people will be told',
  causeHint: 'A choice, not your words: a withdrawal takes one person only.',
  causeMissing: 'Choose what people will be told.',
  causes: {
    wrong: 'This message contained an error.',
    source_fell: 'Its source is not safe any more.',
    no_longer_so: 'The situation has changed.',
    endangers: 'It could put somebody in danger.',
    not_ours: 'It was published without agreement.',
  },
  withdrawTo: (count, n) =>
    n === 0
      ? 'Nobody has received it yet.'
      : `${count} ${many(n, 'person has received it, and will be told', 'people have received it, and will be told')} that it is withdrawn.`,
};
