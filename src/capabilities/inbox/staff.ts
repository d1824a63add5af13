import type { Role } from '../../web/staff/index.ts';

/** Who may read and answer. A viewer sees figures alone; editors, verifiers and analysts have nothing to do with it. */
export const INBOX_ROLES = ['admin', 'organiser', 'coordinator'] as const satisfies readonly Role[];
/** Who may give a thread to somebody else, and take it from somebody. */
export const ASSIGNING_ROLES = ['admin', 'organiser'] as const satisfies readonly Role[];

/** Who looks: what they see stays within their organisation, and a coordinator's within their regions. */
export interface InboxStaff {
  id: string;
  role: Role;
  org: string;
  /** Slugs; absent: all. */
  regions?: readonly string[] | undefined;
}
