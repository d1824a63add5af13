import type { Damage } from '../verify.ts';

/** Words of the audit page, in French. */
export const AUDIT_FR = {
  menu: 'Journal',
  about: 'Qui a fait ou consulté quoi, et quand.',
  lead: 'Décisions, fichiers sortis, pages avec des données personnelles consultées, connexions. Rien ne s’y change ni ne s’y efface pendant 24 mois.',
  filter: 'Filtrer',
  person: 'Personne',
  everyone: 'Toutes',
  operator: 'Ligne de commande',
  action: 'Action',
  everything: 'Toutes',
  subject: 'Objet',
  subjectHint: 'Début de l’objet, par exemple update/ML-2026.',
  day: 'Jour',
  clear: 'Tout afficher',
  when: 'Quand',
  detail: 'Précisions',
  number: 'N°',
  caption: 'Du plus récent au plus ancien',
  emptyTitle: 'Rien ne correspond',
  empty: 'Aucun enregistrement de votre organisation ne correspond à ces critères.',
  older: 'Plus anciens →',
  newest: '← Les plus récents',
  verify: 'Vérifier la chaîne',
  verifyLead:
    'Relit tout le journal et dit si quelque chose a été modifié, supprimé, ajouté, déplacé ou coupé. Cela peut durer quelques secondes.',
  whole: (records: string, head: string) =>
    `La chaîne est intacte : ${records} enregistrements relus. Le dernier porte la marque ${head} ; notez-la hors de ce système pour pouvoir comparer plus tard.`,
  broken: (seq: string, what: string) => `La chaîne est rompue à l’enregistrement n° ${seq} : ${what}.`,
  damage: {
    edited: 'il a été modifié',
    deleted: 'il a été supprimé',
    inserted: 'il a été ajouté après coup',
    reordered: 'il n’est pas à sa place',
    cut_off: 'la fin du journal manque à partir de là',
    anchor: 'le repère gardé à côté de la chaîne manque ou n’est pas le nôtre',
    another_chain: 'il ne fait pas partie de la chaîne notée auparavant',
  } satisfies Record<Damage, string> as Readonly<Record<Damage, string>>,
  actions: {
    'audit.begun': 'Journal commencé',
    'audit.verified': 'Journal vérifié',
    'staff.signed_in': 'Connexion',
    'staff.created': 'Compte créé',
    'staff.reset': 'Accès renouvelés',
    'staff.role_changed': 'Rôle changé',
    'staff.sessions_ended': 'Connexions terminées',
    'staff.suspended': 'Compte suspendu',
    'staff.resumed': 'Accès rétabli',
    'staff.looked': 'Données personnelles consultées',
    'demo.loaded': 'Démonstration chargée',
    'demo.cleared': 'Démonstration effacée',
    'staff.look_refused': 'Consultation refusée',
    'staff.exported': 'Fichier sorti',
  } as Readonly<Record<string, string>>,
};

export type AuditTexts = typeof AUDIT_FR;
