import type { Capability } from '../capability.ts';
import type { BroadcastPagesDeps } from './pages/pages.ts';
import type { ProgressReader } from './report/index.ts';
import type { Control, Launch } from './send/ports.ts';
import type { WaitingItems } from './waiting/index.ts';

type Hooks = 'dues' | 'effects' | 'mayLeave' | 'inDoubt' | 'became' | 'stop';

/** What leads a broadcast from its moment to its end, and what the house adds for it. */
export interface Sending extends Pick<Capability, 'collections' | 'calls'>, Partial<Pick<Capability, Hooks>> {
  launch: Launch;
  control: Control;
  progress: BroadcastPagesDeps['progress'];
  /** What became of one that was sent; its pages are there where this is. */
  report?: ProgressReader;
  /** What waits for people's next conversation; absent where nothing ever does. */
  waiting?: Pick<WaitingItems, 'wait' | 'figures'>;
  /** For erasure; how many documents went. Safe to repeat. */
  eraseFor: (person: string) => Promise<number>;
  /** Two people are one. Safe to repeat. */
  unite: (from: string, to: string) => Promise<void>;
}
