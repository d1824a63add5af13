import { fileURLToPath } from 'node:url';
import { loadFlows } from '../../src/app/load-flows.ts';
import type { Profile } from '../../src/domain/person.ts';
import type { RehearsalDeps } from '../../src/conversation/rehearsal/rehearse.ts';
import { rehearsalDeps } from '../../src/app/rehearsal-deps.ts';
import { rehearsedProfile } from '../../src/conversation/rehearsal/rehearsed-profile.ts';

const folder = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const missing: string[] = [];
const loaded = loadFlows(
  { flowsDir: folder('flows'), localesDir: folder('locales') },
  { onMissing: ({ lang, flow, key }) => missing.push(`${lang} ${flow} ${key}`) },
);

/** The flows and texts that come with Benkan, loaded once. */
export const shipped = {
  ...loaded,
  flows: [...loaded.set.flows.keys()],
  languages: loaded.speaker.languages,
  /** Texts that fell back since the tests began. */
  missing,
  deps: (lang: string): RehearsalDeps => rehearsalDeps(loaded, lang),
};

export const profileFor = (flow: string, lang: string): Profile => rehearsedProfile(loaded.set, flow, lang);
