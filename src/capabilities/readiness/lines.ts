import type { Role } from '../../web/staff/index.ts';

/** Flows everybody meets, whatever the campaign is about: who cannot hear these is lost at the door. */
export const CORE_FLOWS: readonly string[] = ['accueil', 'aide', 'langue', 'menu', 'mes-donnees', 'stop'];

/** What is computed from the data. */
export const COMPUTED = ['voices', 'reviewed', 'roster', 'channel', 'keys', 'address', 'demo'] as const;
/** What no data can tell: a person says so, under their name. */
export const BY_HAND = ['reviewer', 'consent', 'test_group', 'backups'] as const;
/** In the order in which a campaign gets ready. */
export const LINES = [
  ...['reviewer', 'reviewed', 'voices', 'consent'],
  ...['roster', 'channel', 'test_group'],
  ...['address', 'keys', 'backups', 'demo'],
] as readonly Line[];

export type ComputedLine = (typeof COMPUTED)[number];
export type HandLine = (typeof BY_HAND)[number];
export type Line = ComputedLine | HandLine;

export const isByHand = (line: string): line is HandLine => BY_HAND.some((one) => one === line);
export const isLine = (line: string): line is Line => LINES.some((one) => one === line);

/** What the lines are computed from. */
export interface Facts {
  /** Of the texts of {@link CORE_FLOWS} in the languages that are translated: not reviewed, and without a recording. */
  core: { texts: number; open: number; voiceless: number };
  /** Accounts that can sign in, by role. */
  roles: Readonly<Partial<Record<Role, number>>>;
  /** Platforms that bring messages, besides our own page. */
  channels: readonly string[];
  keysApart: boolean;
  /** Where people find the site. */
  publicUrl: string;
  /** Invented people are among the real ones. */
  demo: boolean;
}

/** Roles a campaign cannot do without, and how many of each: two verify what one wrote, and one administrator gets ill. */
const ROSTER: readonly (readonly [Role, number])[] = [
  ['admin', 2],
  ['editor', 1],
  ['verifier', 1],
  ['organiser', 1],
];

/** Roles that are still to be filled. */
export const missingRoles = ({ roles }: Pick<Facts, 'roles'>): Role[] =>
  ROSTER.filter(([role, least]) => (roles[role] ?? 0) < least).map(([role]) => role);

/** Whether a computed line is as it should be. */
export function isDone(line: ComputedLine, facts: Facts): boolean {
  switch (line) {
    case 'voices':
      return facts.core.texts > 0 && facts.core.voiceless === 0;
    case 'reviewed':
      return facts.core.texts > 0 && facts.core.open === 0;
    case 'roster':
      return missingRoles(facts).length === 0;
    case 'channel':
      return facts.channels.length > 0;
    case 'keys':
      return facts.keysApart;
    case 'address':
      return facts.publicUrl.startsWith('https://');
    case 'demo':
      return !facts.demo;
  }
}
