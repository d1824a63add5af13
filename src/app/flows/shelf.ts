import { LRUCache } from 'lru-cache';
import type { Known } from '../../engine/compile-flows.ts';
import type { CompiledFlow } from '../../engine/flow-set.ts';
import { compileVersion, spokenAs } from '../../engine/versions/compile-version.ts';
import { type SpeakingTexts, understanding } from '../../language/index.ts';
import type { FlowVersion, FlowVersionStore } from '../../store/flow-versions.ts';

/** Older versions kept compiled; each is some 50 KB, and hardly ever are there more than talks of two or three. */
const KEPT_VERSIONS = 500;

/** A version this process cannot run, or nobody has. */
const NONE = Symbol('none');

export interface ShelfParts {
  store: Pick<FlowVersionStore, 'newest'>;
  speaker: SpeakingTexts;
  known: Known;
  /** Ids of the flows that are published now. */
  flows: () => Iterable<string>;
}

/** The older versions that talks still run: fetched when the first of them goes on, compiled once, with their own words. */
export class Shelf {
  readonly #parts: ShelfParts;
  readonly #versions = new LRUCache<string, { flow: CompiledFlow | typeof NONE }>({ max: KEPT_VERSIONS });

  constructor(parts: ShelfParts) {
    this.#parts = parts;
  }

  /** What is at hand. */
  find(flow: string, hash: string): CompiledFlow | undefined {
    const kept = this.#versions.get(nameOf(flow, hash));
    return kept === undefined || kept.flow === NONE ? undefined : kept.flow;
  }

  /** It is known whether there is one. */
  knows(flow: string, hash: string): boolean {
    return this.#versions.has(nameOf(flow, hash));
  }

  /** Brings a version here. @returns `unreadable`: it is there, and this engine does not understand it */
  async fetch(flow: string, hash: string): Promise<'here' | 'nowhere' | 'unreadable'> {
    const version = await this.#parts.store.newest({ flow, hash });
    if (version !== null) return this.keep(version) ? 'here' : 'unreadable';
    this.#versions.set(nameOf(flow, hash), { flow: NONE });
    return 'nowhere';
  }

  /** Puts a version on the shelf; `false`: this engine does not understand it. */
  keep(version: FlowVersion): boolean {
    const { speaker, known, flows } = this.#parts;
    // First its words: labels are matched by them.
    speaker.learn(spokenAs(version), version.texts);
    const compiled = compileVersion(version, { texts: speaker, understanding, known, flows: flows() });
    this.#versions.set(nameOf(version.flow, version.hash), { flow: compiled ?? NONE });
    return compiled !== undefined;
  }

  /** Looks again for what was not there: something was published. */
  forgetMissing(): void {
    for (const [name, { flow }] of this.#versions.entries()) if (flow === NONE) this.#versions.delete(name);
  }
}

const nameOf = (flow: string, hash: string): string => `${flow} ${hash}`;
