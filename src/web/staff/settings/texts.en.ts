import type { SettingsTexts } from './texts.fr.ts';

/** Words of the page all settings are reached from, in English. */
export const SETTINGS_EN: SettingsTexts = {
  menu: 'Settings',
  about: 'Accounts, channels, how long data are kept, keys: everything that can be set, in one place.',
  lead: 'What your role opens to you.',
  parts: {
    people: 'People and access',
    channels: 'Channels and sending',
    data: 'Data and privacy',
    house: 'Installation',
  },
  emptyTitle: 'Nothing to set here',
  empty: 'Your role does not open any setting. An administrator can give you another one.',
};
