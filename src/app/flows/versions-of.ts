import { contentHash } from '../../engine/content-hash.ts';
import type { SpeakingTexts } from '../../language/index.ts';
import type { Edition, FlowVersion, FlowWords, VersionName } from '../../store/flow-versions.ts';
import type { LoadedFlows } from '../load-flows.ts';

/** The flows of the files as versions, each with the words it has now. */
export function versionsOf(
  { set, sources, speaker }: Pick<LoadedFlows, 'set' | 'sources' | 'speaker'>,
  at: number,
  by: string,
): FlowVersion[] {
  return [...set.flows.values()].map(({ id: flow, hash }) => {
    const texts = wordsOf(speaker, flow);
    return { flow, hash, words: contentHash(texts), source: sources.get(flow) ?? '', texts, at, by };
  });
}

/** What an edition says of its flows, by their ids. */
export function flowsOf(versions: readonly VersionName[]): Pick<Edition, 'flows' | 'files'> {
  const flows = Object.fromEntries(versions.map(({ flow, hash, words }) => [flow, { hash, words }]));
  return { flows, files: contentHash(flows) };
}

/** The versions an edition names. */
export const namesIn = ({ flows }: Pick<Edition, 'flows'>): VersionName[] =>
  Object.entries(flows).map(([flow, named]) => ({ flow, ...named }));

/** The words of a flow in every language, as its files have them. */
export function wordsOf({ locales }: SpeakingTexts, flow: string): FlowWords {
  return Object.fromEntries(
    Array.from(locales, ([lang, locale]) => [
      lang,
      Object.fromEntries(Array.from(locale.get(flow) ?? [], ([key, { text }]) => [key, text])),
    ]),
  );
}
