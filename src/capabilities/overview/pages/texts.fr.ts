import type { Counted } from '../traffic/traffic.ts';

/** Words about people and messages, in French. */
export const TRAFFIC_FR = {
  menu: 'Personnes et messages',
  about: 'Qui écrit, ce qui part, ce qui échoue, qui s’arrête : par canal et par jour.',
  lead: 'Des sommes, par canal et par jour. Personne n’y est reconnaissable.',
  weekTitle: 'Les sept derniers jours',
  people: 'personnes en tout',
  stoppedNow: 'ont dit « stop »',
  tiles: {
    came: 'nouvelles personnes',
    in: 'messages reçus',
    out: 'messages partis',
    failed: 'envois échoués',
    stopped: 'arrêts (« stop »)',
    erased: 'effacements demandés',
  } satisfies Record<Counted, string> as Readonly<Record<Counted, string>>,
  columns: {
    came: 'Nouvelles personnes',
    in: 'Reçus',
    out: 'Partis',
    failed: 'Échoués',
    stopped: 'Arrêts',
    erased: 'Effacements',
  } satisfies Record<Counted, string> as Readonly<Record<Counted, string>>,
  byChannel: 'Par canal',
  byDay: 'Par jour',
  channel: 'Canal',
  day: 'Jour',
  channels: {
    telegram: 'Telegram',
    'whatsapp-cloud': 'WhatsApp (API)',
    'whatsapp-web': 'WhatsApp (téléphone)',
    sms: 'SMS',
    web: 'Page de discussion',
    demo: 'Démonstration',
  } as Readonly<Record<string, string>>,
  all: 'Tous les canaux',
  period: 'Période',
  periods: { 7: '7 jours', 30: '30 jours', 90: '90 jours', 365: 'Un an' } as Readonly<Record<number, string>>,
  filters: 'Choisir les messages',
  apply: 'Afficher',
  file: 'Ce tableau en CSV',
  causes: 'Pourquoi des envois ont échoué',
  cause: 'Code de la plateforme',
  times: 'Fois',
  noCause: 'Aucun envoi n’a échoué pendant cette période.',
  hidden: '< 5',
  hiding:
    'Un nombre de 1 à 4 est masqué, et ceux d’un jour ou d’un canal sont arrondis à 5 : personne ne doit pouvoir être reconnu.',
  rehearsal: 'Installation d’essai : les petits nombres ne sont pas masqués.',
  asOf: (time: string) => `Compté à ${time} ; les dernières secondes peuvent manquer.`,
  none: '–',
  noneTitle: 'Rien pendant cette période',
  noneWhat: 'Dès que quelqu’un écrit, les messages de chaque jour et de chaque canal sont comptés ici.',
  emptyTitle: 'Personne n’a encore écrit',
  emptyLead: 'Ce que cette page montrera :',
  empties: [
    [
      'Ce qui attend',
      'ce qu’une personne de l’équipe doit faire, le plus urgent d’abord, avec un lien vers la liste ;',
    ],
    [
      'Les sept derniers jours',
      'nouvelles personnes, messages reçus, partis et échoués, arrêts, par canal ;',
    ],
    ['Les pages', 'ce que votre rôle ouvre, et à quoi chaque page sert.'],
  ] as readonly (readonly [string, string])[],
  openChat: 'Écrire le premier message',
  needs: {
    failed: (n: number): string =>
      n === 1
        ? 'message n’a pas pu être envoyé, ces sept jours'
        : 'messages n’ont pas pu être envoyés, ces sept jours',
  },
};

export type TrafficTexts = typeof TRAFFIC_FR;
