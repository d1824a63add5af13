import type { KitTexts } from './texts.fr.ts';

/** Words the kit itself says, in English. */
export const KIT_EN: KitTexts = {
  brand: 'Benkan',
  skip: 'Skip to content',
  navigation: 'Main navigation',
  menu: 'Menu',
  signOut: 'Sign out',
  signedInAs: 'Signed in as',
  language: 'Language of this site',
  theme: 'Light or dark',
  themes: { device: 'As the device', light: 'Light', dark: 'Dark' },
  optional: 'optional',
  noticeInfo: 'Information',
  noticeSuccess: 'Done',
  noticeWarning: 'Warning',
  noticeError: 'Error',
};
