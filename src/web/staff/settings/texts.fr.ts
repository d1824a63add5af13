import type { SettingsPart } from '../route.ts';

/** Words of the page all settings are reached from, in French. */
export const SETTINGS_FR = {
  menu: 'Réglages',
  about: 'Comptes, canaux, conservation des données, clés : tout ce qui se règle, au même endroit.',
  lead: 'Ce que votre rôle vous ouvre.',
  parts: {
    people: 'Personnes et accès',
    channels: 'Canaux et envois',
    data: 'Données et vie privée',
    house: 'Installation',
  } satisfies Record<SettingsPart, string> as Readonly<Record<SettingsPart, string>>,
  emptyTitle: 'Rien à régler ici',
  empty: 'Votre rôle n’ouvre aucun réglage. Une personne de l’administration peut vous en donner un autre.',
};

export type SettingsTexts = typeof SETTINGS_FR;
