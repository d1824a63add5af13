/** The survey of flows/sondage-paix, as a person who writes a bot with a library would put it: the same five questions. */
export const PRIORITIES = [
  { key: 'securite', label: 'La sécurité' },
  { key: 'eau', label: "L'eau" },
  { key: 'ecole', label: "L'école" },
  { key: 'travail', label: 'Le travail' },
  { key: 'dialogue', label: 'Le dialogue' },
];
export const YES_NO = [
  { key: 'yes', label: 'Oui' },
  { key: 'no', label: 'Non' },
];
export const TEXTS = {
  begin: 'Voici cinq questions sur la paix. Ça prend deux minutes.',
  priority: "Qu'est-ce qui compte le plus pour la paix ici ?",
  age: 'Tu as quel âge ?',
  idea: "Donne une idée pour la paix, en quelques mots. N'écris aucun nom de personne.",
  place: 'Tu vis dans quelle ville ou quel cercle ?',
  meeting: 'Tu viendrais à une réunion sur la paix ?',
  thanks: 'Merci ! Tes réponses sont arrivées.',
};
export const REGIONS = [
  ...['kayes', 'koulikoro', 'sikasso', 'segou', 'mopti', 'tombouctou', 'gao', 'kidal', 'bamako', 'menaka'],
];
