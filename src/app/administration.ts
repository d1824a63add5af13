import { DEMO_CHANNEL } from '../capabilities/demo/index.ts';
import { type Overview, overview as overviewCapability } from '../capabilities/overview/index.ts';
import { about as aboutCapability } from '../capabilities/about/index.ts';
import { CORE_FLOWS, readiness } from '../capabilities/readiness/index.ts';
import {
  RETENTION,
  retentionRows,
  settings as settingsCapability,
  type SettingsPages,
} from '../capabilities/settings/index.ts';
import type { Capability } from '../capabilities/capability.ts';
import type { Language } from '../capabilities/language/index.ts';
import type { WhatsappLink } from '../capabilities/whatsapp/index.ts';
import { WEB } from '../channels/web/index.ts';
import type { Channel, Fingerprint, Sealer } from '../conversation/ports.ts';
import type { Clock } from '../domain/clock.ts';
import type { CollectionRule } from '../store/collections.ts';
import type { Connection } from '../store/connection.ts';
import type { ConversationStore } from '../store/conversations/conversation-store.ts';
import type { Expirations } from '../store/expirations.ts';
import type { Keyring } from '../store/keys/keyring.ts';
import { OWN_RETENTION } from '../store/own-retention.ts';
import type { PeopleFigures } from '../store/people-figures.ts';
import type { PeopleLookup } from '../store/people-lookup.ts';
import { FIRST_ORG, type StaffParts } from '../web/staff/index.ts';
import { channelsReader } from './channel-health.ts';
import { findPeople } from './find-people.ts';
import { keysReader } from './keys-read.ts';
import type { LoadedFlows } from './load-flows.ts';
import { readinessFacts } from './readiness-facts.ts';
import type { Settings } from './settings.ts';

/** What looking after an installation leans on, beside the capabilities themselves. */
export interface AdministrationRooms {
  peopleFigures: Pick<PeopleFigures, 'count'>;
  peopleLookup: Pick<PeopleLookup, 'personsOf' | 'byEpoch'>;
  keyring: Pick<Keyring, 'current' | 'epochs' | 'publishing'>;
  /** The channels of this house, and how many messages wait in it for each. */
  channels: () => readonly Channel[];
  waiting: () => ReadonlyMap<string, number>;
  /** Every rule of retention, and what the job did last. */
  rules: () => readonly CollectionRule[];
  expirations: Pick<Expirations, 'all'>;
}

interface Parts extends AdministrationRooms {
  db: NonNullable<Connection['db']>;
  fingerprint: Fingerprint;
  sealer: Sealer;
  clock: Clock;
  settings: Settings;
  conversations: Pick<ConversationStore, 'idOf'>;
  flows: Pick<LoadedFlows, 'speaker'>;
  whatsappLink: () => WhatsappLink | undefined;
  staff: StaffParts;
}

/** What the other capabilities tell. */
interface Told {
  languages: Pick<Language, 'countsOf'>;
  kept: (person: string) => Promise<Readonly<Record<string, number | undefined>>>;
  erase: (person: string) => Promise<void>;
  demoIsLoaded: () => Promise<boolean>;
  staffName: (account: string) => Promise<string | undefined>;
  /** The organisation that runs the house, as everybody reads it. */
  runs: () => Promise<string>;
  /** Who paid for what was published last. */
  funders: () => Promise<readonly string[]>;
}

export interface Administration {
  overview: Overview;
  settingsPages: SettingsPages;
  readiness: Capability;
  about: Capability;
}

/** The pages on which an installation is looked after: figures, settings, and what must be ready (W1, W11, W15). */
export function administrationOf(parts: Parts, told: Told): Administration {
  const { settings, clock, staff } = parts;
  const { publicUrl } = staff;
  const overview = overviewCapability({
    ...parts,
    writer: staff.chance.token(6),
    people: () => parts.peopleFigures.count(),
    owner: FIRST_ORG,
    rehearsal: settings.NODE_ENV === 'development',
    demoChannel: DEMO_CHANNEL,
  });
  const linked = () => parts.whatsappLink()?.link();
  const settingsPages = settingsCapability({
    ...parts,
    channels: channelsReader({
      ...{ ...parts, publicUrl, link: linked, since: clock.now() },
      standing: () => overview.standing(),
      causes: () => overview.causes(),
    }),
    retention: async () => retentionRows(parts.rules(), OWN_RETENTION, await parts.expirations.all()),
    keys: keysReader({ ...parts, byEpoch: () => parts.peopleLookup.byEpoch() }),
    people: findPeople({
      ...{ settings, kept: told.kept, erase: told.erase },
      linkedAccount: () => {
        const state = linked();
        return state?.state === 'ready' ? state.account : undefined;
      },
      idOf: (address) => parts.conversations.idOf(address),
      personsOf: (conversation) => parts.peopleLookup.personsOf(conversation),
    }),
    staffName: told.staffName,
  });
  return {
    overview,
    settingsPages,
    about: aboutCapability({
      ...told,
      speaker: parts.flows.speaker,
      kept: () =>
        retentionRows(parts.rules(), OWN_RETENTION, []).map(({ name, days }) => ({
          ...{ name, says: RETENTION.fr.names[name] ?? name },
          ...(days === undefined ? {} : { days }),
        })),
    }),
    readiness: readiness({
      ...parts,
      facts: readinessFacts({
        ...{ settings, publicUrl, channels: parts.channels, accounts: staff.accounts, owner: FIRST_ORG },
        own: [WEB, DEMO_CHANNEL],
        core: () => told.languages.countsOf(CORE_FLOWS),
        demo: told.demoIsLoaded,
      }),
      staffName: told.staffName,
      owner: FIRST_ORG,
      production: settings.NODE_ENV === 'production',
    }),
  };
}
