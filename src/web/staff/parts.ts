import type { Fingerprint, Sealer } from '../../conversation/ports.ts';
import type { Chance, Clock } from '../../domain/clock.ts';
import type { Audit } from './audit.ts';
import type { LiveStreams } from './live/streams.ts';
import type {
  SetupLinks,
  SignInFailures,
  SpentChallenges,
  StaffAccounts,
  StaffLog,
  StaffSessions,
} from './ports.ts';
import type { Reveals } from './reveal/reveals.ts';
import type { StaffSlots } from './slots.ts';

/** What making and changing accounts needs. */
export interface AccountParts {
  accounts: StaffAccounts;
  sessions: StaffSessions;
  setupLinks: SetupLinks;
  failures: SignInFailures;
  challenges: SpentChallenges;
  audit: Audit;
  clock: Clock;
  chance: Chance;
  sealer: Sealer;
  fingerprint: Fingerprint;
  /** `https://benkan.example`; forms from another origin are refused. */
  publicUrl: string;
}

/** What serving the staff site needs besides. */
export interface StaffParts extends AccountParts {
  log: StaffLog;
  reveals: Reveals;
  /** What capabilities say on pages that are not theirs. */
  slots?: readonly StaffSlots[];
  /** Where pages listen; whoever stops the process stops them. */
  live?: LiveStreams;
  /** Waits; a test hands in one that does not. */
  pause?: (ms: number) => Promise<void>;
}
