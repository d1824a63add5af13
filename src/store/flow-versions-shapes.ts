import type { Lang } from '../domain/language.ts';

export const FLOW_VERSIONS = 'flow_versions';
export const FLOW_EDITIONS = 'flow_editions';
export const FLOW_HOUSES = 'flow_houses';

/** What names a version: the flow, its structure, and its words. Words alone may change; then `hash` stays. */
export interface VersionName {
  flow: string;
  /** Content hash of the structure. */
  hash: string;
  /** Content hash of the words in every language. */
  words: string;
}

/** The words of one flow, by language, then by the dotted key of its file. */
export type FlowWords = Readonly<Record<Lang, Readonly<Record<string, string>>>>;

/** A version of a flow, whole, as it was published or put down as a draft. Never changed. */
export interface FlowVersion extends VersionName {
  /** The YAML of its file. */
  source: string;
  texts: FlowWords;
  /** When it was first seen; milliseconds since 1970. */
  at: number;
  /** `start`, `command`, the name given with `--by`, or `staff/<account>`. */
  by: string;
}

/** What is published from one moment to the next: a version of each flow. Never changed. */
export interface Edition {
  /** 1, 2, 3 …: the highest one is published now. */
  n: number;
  at: number;
  by: string;
  flows: Readonly<Record<string, Pick<VersionName, 'hash' | 'words'>>>;
  /** Content hash of `flows`: the same files make the same edition. */
  files: string;
  /** What whoever published it wrote for their colleagues. */
  why?: string;
  /** The edition it went back to. */
  back?: number;
}

export interface VersionDoc extends VersionName {
  _id: string;
  source: string;
  /** JSON of {@link FlowWords}: its keys have dots, which MongoDB would read as paths. */
  texts: string;
  at: number;
  by: string;
}

export type EditionDoc = Omit<Edition, 'n'> & { _id: number };

/** A process that serves these flows, while it says so. */
export interface HouseDoc {
  _id: string;
  at: number;
}

export const idOfVersion = ({ flow, hash, words }: VersionName): string => `${flow}/${hash}/${words}`;

export const docOf = ({ texts, ...version }: FlowVersion): VersionDoc => ({
  _id: idOfVersion(version),
  ...version,
  texts: JSON.stringify(texts),
});

export const versionOf = ({ flow, hash, words, source, texts, at, by }: VersionDoc): FlowVersion => ({
  ...{ flow, hash, words, source, at, by },
  texts: JSON.parse(texts) as FlowWords,
});
