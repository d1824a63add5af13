import { z } from 'zod';
import type { CallKind } from '../../conversation/ports.ts';
import { type Pack, packsFor } from '../../language/index.ts';
import type { Capability } from '../capability.ts';

export interface RegionPacksDeps {
  packs: readonly Pack[];
  /** Where a person lives, a region or `region/cercle`, as far as they have said. */
  placeOf(person: string): Promise<string | undefined>;
}

/** Languages of recordings and labels, offered to who lives where they are spoken. */
export const regionPacks = (deps: RegionPacksDeps): Capability => ({
  name: 'region-packs',
  collections: [],
  effects: [],
  calls: [offeredCall(deps)],
  staffRoutes: [],
});

/** The list a language question offers beside French and Bambara; nothing is looked up while there is no pack. */
const offeredCall = (deps: RegionPacksDeps): CallKind => ({
  name: 'region_packs.offered',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { person }) {
    if (deps.packs.length === 0) return [];
    const offered = packsFor(deps.packs, await deps.placeOf(person)).slice(0, MAX_OFFERED);
    return offered.map(({ lang, name }) => ({ key: lang, label: name }));
  },
});

/** With French and Bambara as many as a list of WhatsApp shows. */
const MAX_OFFERED = 8;
