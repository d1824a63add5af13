/** Words the kit itself says, in French. */
export const KIT_FR = {
  brand: 'Benkan',
  skip: 'Aller au contenu',
  navigation: 'Navigation principale',
  menu: 'Menu',
  signOut: 'Se déconnecter',
  signedInAs: 'Connecté en tant que',
  language: 'Langue du site',
  theme: 'Clair ou sombre',
  themes: { device: 'Comme l’appareil', light: 'Clair', dark: 'Sombre' },
  optional: 'facultatif',
  noticeInfo: 'Information',
  noticeSuccess: 'C’est fait',
  noticeWarning: 'Attention',
  noticeError: 'Erreur',
};

export type KitTexts = typeof KIT_FR;
