import type { Lang } from '../domain/language.ts';
import type { FlowSet } from '../engine/flow-set.ts';
import { readDoubts, readTerms, readVocabulary } from '../language/index.ts';
import type { TextPlace } from '../language/reviewing/index.ts';
import type { LanguageNotes } from '../capabilities/language/index.ts';
import type { LoadedFlows } from './load-flows.ts';
import { textPlaces } from './text-places.ts';

/** What the files say of a language beside its texts: read once, they change with a start. */
export function notesIn(localesDir: string): (lang: Lang) => LanguageNotes {
  const known = new Map<Lang, LanguageNotes>();
  return (lang) => {
    const notes = known.get(lang) ?? {
      choices: readTerms(localesDir, lang),
      doubts: readDoubts(localesDir, lang),
      vocabulary: readVocabulary(localesDir, lang),
    };
    known.set(lang, notes);
    return notes;
  };
}

/** Where the texts of the published flows are met; looked up anew when others are published. */
export function placesIn(flows: Pick<LoadedFlows, 'set' | 'speaker'>): () => ReadonlyMap<string, TextPlace> {
  const known = new WeakMap<FlowSet, ReadonlyMap<string, TextPlace>>();
  return () => {
    const { set, speaker } = flows;
    const places = known.get(set) ?? textPlaces(set, speaker);
    known.set(set, places);
    return places;
  };
}
