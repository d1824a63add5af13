import { NEW_PROFILE, type Profile } from '../../domain/person.ts';
import type { FlowSet } from '../../engine/flow-set.ts';
import { CONSENT } from '../script.ts';

/** A person who has agreed and speaks this language; before the flow that asks for both, nobody yet. */
export function rehearsedProfile(set: FlowSet, flow: string, lang: string): Profile {
  if (set.firstContact === flow) return NEW_PROFILE;
  return { ...NEW_PROFILE, lang, consents: { [CONSENT.purpose]: CONSENT.version } };
}
