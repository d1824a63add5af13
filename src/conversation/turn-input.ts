import type { TellWhy } from './because.ts';
import type { Route, Talk } from './conversation.ts';
import type { EntryContent } from './entry.ts';
import type { PhoneSeen } from './phone/on-phone.ts';
import type {
  CallKind,
  EffectKind,
  Fingerprint,
  IntentReader,
  Speaker,
  TextVoices,
  WritingReader,
} from './ports.ts';
import type { Script } from './script.ts';

export interface TurnDeps {
  script: Script;
  intents: IntentReader;
  /** Nothing is offered and no script named where it is not given. */
  writing?: WritingReader | undefined;
  speaker: Speaker;
  /** Recordings of texts, for those who listen; without it all words go alone. */
  voices?: TextVoices | undefined;
  fingerprint: Fingerprint;
  effects: readonly EffectKind[];
  calls: readonly CallKind[];
  /** Where the talk is tried: who hears why it goes as it goes. */
  because?: TellWhy | undefined;
}

export interface TurnInput {
  conversation: string;
  person: string;
  talk: Talk | null;
  content: EntryContent;
  /** Where what is said goes. */
  route: Route;
  /** Identity of the message, for claims. */
  inbound: string;
  now: number;
  nonce: string;
  /** Who else uses the phone, where several people have. */
  phone?: PhoneSeen | undefined;
}
