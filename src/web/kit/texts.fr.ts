/** Words the kit itself says, in French. */
export const KIT_FR = {
  brand: 'Benkan',
  skip: 'Aller au contenu',
  navigation: 'Navigation principale',
  menu: 'Menu',
  signOut: 'Se déconnecter',
  signedInAs: 'Connecté en tant que',
  language: 'Langue du site',
  optional: 'facultatif',
  noticeInfo: 'Information',
  noticeSuccess: 'C’est fait',
  noticeWarning: 'Attention',
  noticeError: 'Erreur',
};

export type KitTexts = typeof KIT_FR;
