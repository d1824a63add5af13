export type { Role, StaffAccount, StaffAccounts, StaffSession, StaffSessions } from './ports.ts';
export { ROLES } from './ports.ts';
export type {
  StaffActionRoute,
  StaffAnswer,
  StaffContext,
  StaffPageRoute,
  StaffPerson,
  StaffRoute,
} from './route.ts';
