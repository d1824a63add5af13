/** Words of the page about keys and backups, in French. */
export const KEYS_FR = {
  menu: 'Clés et sauvegardes',
  about: 'L’âge des clés, et ce qui est sauvegardé. Aucun secret ne s’affiche.',
  lead: 'Tout ce qui touche une personne est chiffré sous sa propre clé, et ces clés sous celles d’une époque. Aucun secret ne s’affiche ici.',
  keysTitle: 'Clés',
  caption: 'Époques de clés',
  epoch: 'Époque',
  age: 'Âge',
  ageOf: (days: number): string => (days === 1 ? '1 jour' : `${String(days)} jours`),
  people: 'Personnes sous cette clé',
  current: 'celle qui chiffre maintenant',
  file: 'Fichier de clés',
  apart: 'à part des données (KEY_FILE)',
  beside: 'dans le dossier des données : convenable pour un essai seulement',
  publishingTitle: 'Clés de publication',
  publishing:
    'Tout ce qui est publié est signé par la dernière de ces clés. Ce qui a été signé par une autre reste valable.',
  kid: 'Clé (empreinte)',
  since: 'Depuis le',
  state: 'État',
  signs: 'signe maintenant',
  replaced: 'remplacée, ses signatures restent valables',
  stolen: 'volée : ne vaut plus que dans le journal entier',
  publicKeys: 'Les clés publiques, comme tout le monde les lit',
  rotateTitle: 'Changer de clés',
  rotate:
    '« benkan keys rotate --publisher » met une nouvelle clé de publication, avec « --stolen » si l’ancienne a été volée ; puis il faut redémarrer Benkan. Cette version ne sait pas encore changer la clé d’une époque : elle reste donc en service. Effacer une personne détruit sa propre clé aussitôt.',
  backupsTitle: 'Sauvegardes',
  backups:
    'Cette version ne fait pas de sauvegardes elle-même : « benkan backup » n’existe pas. La personne qui exploite la machine copie la base (mongodump) et, ailleurs, le fichier de clés. Sans le fichier de clés, une copie de la base est illisible ; avec les deux au même endroit, elle ne protège plus personne.',
};

export type KeysTexts = typeof KEYS_FR;
