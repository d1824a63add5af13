import type { AgreementState } from '../agreement.ts';
import type { OrganisationKind } from '../organisation.ts';
import type { SharedClass } from '../../wall.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Words of the pages about organisations, in French. */
export const ORGANISATIONS_FR = {
  menu: 'Organisations',
  about: 'Qui travaille ici, et qui laisse lire quoi à qui.',
  lead: 'Chaque organisation travaille derrière ses murs : elle ne voit rien des autres, sauf ce que deux d’entre elles ont décidé de partager.',
  caption: (n: string, many: boolean) => `${n} ${many ? 'organisations' : 'organisation'}`,
  name: 'Nom',
  nameHint: 'Tel que tout le monde le connaît ; il n’est pas secret.',
  kind: 'Nature',
  kinds: {
    cell: 'Cellule du ministère',
    campaign: 'Campagne',
    mediators: 'Association de médiateurs',
    checkers: 'Vérification des faits',
  } satisfies Words<OrganisationKind> as Words<OrganisationKind>,
  yours: 'la vôtre',
  empty: 'sans compte',
  newTitle: 'Nouvelle organisation',
  newLead:
    'Son premier compte d’administration se crée par un lien à usage unique, que vous remettez vous-même.',
  create: 'Créer l’organisation',
  newLink: (name: string) => `Nouveau lien pour ${name}`,
  linkTitle: (name: string) => `Lien pour ${name}`,
  linkLead:
    'Ce lien ne s’affiche que cette fois. Il crée le premier compte d’administration, sert une fois et expire dans 24 heures. Remettez-le en main propre ou par un canal sûr.',
  back: '← Toutes les organisations',
  sharing: 'Partages',
  sharingLead:
    'Un partage ouvre une seule sorte d’informations, en lecture, jusqu’à une date. Il faut l’accord des deux côtés, et chacun peut y mettre fin à tout moment. Les noms, les numéros et les paroles des citoyens ne se partagent pas.',
  noSharing: 'Rien n’est partagé, dans aucun sens.',
  given: (reader: string) => `vous laissez lire ${reader}`,
  taken: (owner: string) => `${owner} vous laisse lire`,
  what: 'Quoi',
  direction: 'Sens',
  until: 'Jusqu’au',
  untilDay: (day: string) => `jusqu’au ${day}`,
  records: {
    surveys: 'Résultats des sondages',
    updates: 'Nouvelles et leur vérification',
    events: 'Activités et leurs chiffres',
    flows: 'Parcours et leurs chiffres',
  } satisfies Words<SharedClass> as Words<SharedClass>,
  states: {
    proposed: 'proposé',
    agreed: 'en vigueur',
    ended: 'terminé',
  } satisfies Words<AgreementState> as Words<AgreementState>,
  expired: 'échu',
  waitsForThem: 'attend l’autre côté',
  agree: 'Accepter',
  end: 'Mettre fin',
  decline: 'Refuser',
  proposeTitle: 'Proposer un partage',
  other: 'Avec',
  directions: {
    give: 'Nous laissons lire',
    take: 'Nous demandons à lire',
  },
  propose: 'Proposer',
  alone: 'Il n’y a pas encore d’autre organisation.',
  errors: {
    bad_name: 'Indiquez un nom de 2 à 80 caractères.',
    bad_kind: 'Choisissez la nature dans la liste.',
    taken: 'Une organisation porte déjà ce nom, ou un nom trop proche.',
    bad_direction: 'Choisissez le sens.',
    bad_other: 'Choisissez une autre organisation de la liste.',
    bad_records: 'Choisissez ce qui est partagé.',
    bad_until: 'Choisissez un jour entre demain et un an.',
    there: 'Un tel partage est déjà proposé ou en vigueur.',
    changed: 'Ce partage a changé entre-temps. Voici où il en est.',
  },
  flashes: {
    named: 'L’organisation a un nom. Elle a déjà des comptes : il ne lui faut pas de lien.',
    proposed: 'Le partage est proposé. Il commence quand l’autre côté l’accepte.',
    agreed: 'Le partage est en vigueur.',
    ended: 'Il n’y a plus de partage.',
  },
};

export type OrganisationTexts = typeof ORGANISATIONS_FR;
