import type { KeysTexts } from './texts.fr.ts';

/** Words of the page about keys and backups, in English. */
export const KEYS_EN: KeysTexts = {
  menu: 'Keys and backups',
  about: 'How old the keys are, and what is backed up. No secret is shown.',
  lead: 'Everything about a person is sealed under a key of their own, and those keys under the key of an epoch. No secret is shown here.',
  keysTitle: 'Keys',
  caption: 'Epochs of keys',
  epoch: 'Epoch',
  age: 'Age',
  ageOf: (days) => (days === 1 ? '1 day' : `${String(days)} days`),
  people: 'People under this key',
  current: 'the one that seals now',
  file: 'Key file',
  apart: 'apart from the data (KEY_FILE)',
  beside: 'in the folder of the data: fit for a trial only',
  publishingTitle: 'Publishing keys',
  publishing:
    'Everything published is signed with the last of these keys. What another one signed stays good.',
  kid: 'Key (thumbprint)',
  since: 'Since',
  state: 'State',
  signs: 'signs now',
  replaced: 'replaced, its signatures stay good',
  stolen: 'stolen: counts only within the whole log',
  publicKeys: 'The public keys, as everybody reads them',
  rotateTitle: 'Changing keys',
  rotate:
    '“benkan keys rotate --publisher” puts a new publishing key in place, with “--stolen” where the old one was stolen; then restart Benkan. This version cannot change the key of an epoch yet, so that one stays in service. Erasing a person destroys their own key at once.',
  backupsTitle: 'Backups',
  backups:
    'This version makes no backups by itself: “benkan backup” does not exist yet. Whoever runs the machine copies the database (mongodump) and, elsewhere, the key file. Without the key file a copy of the database cannot be read; with both in one place it protects nobody any more.',
};
