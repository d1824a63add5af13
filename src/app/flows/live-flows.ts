import type { Script } from '../../conversation/script.ts';
import { unavailable } from '../../domain/faults.ts';
import type { Known } from '../../engine/compile-flows.ts';
import type { CompiledFlow, FlowSet } from '../../engine/flow-set.ts';
import type { Frame, Session } from '../../engine/types.ts';
import { withVersions } from '../../engine/versions/with-versions.ts';
import type { Edition, FlowVersion, FlowVersionStore } from '../../store/flow-versions.ts';
import type { LoadedFlows } from '../load-flows.ts';
import { scriptOf } from '../script.ts';
import { compileEdition } from './compile-edition.ts';
import { Shelf } from './shelf.ts';
import { namesIn } from './versions-of.ts';

export interface LiveParts {
  /** The flows of this process's files. */
  loaded: LoadedFlows;
  store: FlowVersionStore;
  known: Known;
  /** An edition this process cannot run: it goes on with the one it has. */
  report: (edition: number, fault: string) => void;
}

/** The published flows of a house that serves: they change under it when somebody publishes. */
export class LiveFlows implements LoadedFlows {
  readonly script: Script;
  readonly #parts: LiveParts;
  readonly #shelf: Shelf;
  #now: { edition: Edition; set: FlowSet; script: Script };
  /** Number of an edition this process cannot run; it waits for the next one, or for its own end. */
  #tooNew = 0;
  #following: Promise<void> | undefined;
  readonly #watching: (() => void)[] = [];

  /** @param edition what `loaded` is published as; {@link follow} brings the one that is published now */
  constructor(parts: LiveParts, edition: Edition) {
    this.#parts = parts;
    const { store, known, loaded } = parts;
    this.#shelf = new Shelf({
      store,
      known,
      speaker: loaded.speaker,
      flows: () => this.#now.set.flows.keys(),
    });
    this.#now = this.#made(edition, loaded.set);
    const now = (): Script => this.#now.script;
    this.script = {
      advance: (...turn) => now().advance(...turn),
      get firstContact() {
        return now().firstContact;
      },
      get otherLanguage() {
        return now().otherLanguage;
      },
      get taken() {
        return now().taken;
      },
      forIntent: (intent) => now().forIntent(intent),
      forPrompt: (flow) => now().forPrompt(flow),
      forLink: (link) => now().forLink?.(link),
      forFlow: (id) => now().forFlow?.(id),
      forKeyword: (text, lang) => now().forKeyword(text, lang),
      ready: (session) => this.#ready(session),
    };
  }

  get set(): FlowSet {
    return this.#now.set;
  }
  get edition(): Edition {
    return this.#now.edition;
  }
  get speaker(): LoadedFlows['speaker'] {
    return this.#parts.loaded.speaker;
  }
  get texts(): LoadedFlows['texts'] {
    return this.#parts.loaded.texts;
  }
  get sources(): LoadedFlows['sources'] {
    return this.#parts.loaded.sources;
  }
  get findings(): LoadedFlows['findings'] {
    return this.#parts.loaded.findings;
  }
  get warnings(): LoadedFlows['warnings'] {
    return this.#parts.loaded.warnings;
  }

  readonly watch = (published: () => void): void => void this.#watching.push(published);

  readonly versionOf = async (flow: string, hash: string): Promise<CompiledFlow | undefined> => {
    const published = this.set.flows.get(flow);
    if (published?.hash === hash) return published;
    if (!this.#shelf.knows(flow, hash)) await this.#shelf.fetch(flow, hash);
    return this.#shelf.find(flow, hash);
  };

  /** Takes over what somebody published since; the talks go on under it from their next turn. */
  follow(): Promise<void> {
    this.#following ??= this.#follow().finally(() => {
      this.#following = undefined;
    });
    return this.#following;
  }

  async #follow(): Promise<void> {
    const { store, loaded, known, report } = this.#parts;
    const edition = await store.current();
    if (edition === null || edition.n === this.#now.edition.n || edition.n === this.#tooNew) return;
    if (edition.files === this.#now.edition.files) {
      this.#now = { ...this.#now, edition };
      return;
    }
    const versions = await store.versions(namesIn(edition));
    const { set, findings } = compileEdition(versions, loaded.speaker, known);
    const [fault] = findings;
    if (fault !== undefined || set.flows.size < namesIn(edition).length) {
      this.#tooNew = edition.n;
      report(
        edition.n,
        fault === undefined ? 'a version is gone' : `${fault.file}:${fault.line} ${fault.code}`,
      );
      return;
    }
    await this.#keepReplaced(edition);
    this.#swap(edition, set, versions);
  }

  /** Staff corrected words of the flows that run: what is typed for a label is matched by them too. */
  readonly reworded = async (): Promise<void> => {
    const { edition } = this.#now;
    const versions = await this.#parts.store.versions(namesIn(edition));
    if (this.#now.edition === edition) this.#reword(versions);
  };

  #reword(versions: readonly FlowVersion[]): void {
    const { speaker, known } = { ...this.#parts.loaded, ...this.#parts };
    const { set, findings } = compileEdition(versions, speaker, known, speaker);
    // They compiled with the words they were published with; those of staff can only make labels others.
    if (findings.length === 0) this.#now = this.#made(this.#now.edition, set);
  }

  /** What a turn under way runs must be at hand when the flows change under it. */
  async #keepReplaced(next: Edition): Promise<void> {
    const names = namesIn(this.#now.edition).filter(({ flow, hash }) => next.flows[flow]?.hash !== hash);
    const left = names.filter(({ flow, hash }) => !this.#shelf.knows(flow, hash));
    for (const version of await this.#parts.store.versions(left)) this.#shelf.keep(version);
  }

  #swap(edition: Edition, set: FlowSet, versions: readonly FlowVersion[]): void {
    const next = this.#made(edition, set);
    for (const { flow, texts } of versions) this.speaker.learn(flow, texts);
    this.#shelf.forgetMissing();
    this.#tooNew = 0;
    this.#now = next;
    this.#reword(versions);
    for (const published of this.#watching) published();
  }

  #made(edition: Edition, set: FlowSet): { edition: Edition; set: FlowSet; script: Script } {
    const whole = withVersions(set, (flow, hash) => this.#shelf.find(flow, hash));
    return { edition, set: whole, script: scriptOf(whole) };
  }

  #ready({ frames }: Session): Promise<void> | undefined {
    const missing = frames.filter((frame) => this.#isMissing(frame));
    return missing.length === 0 ? undefined : this.#fetch(missing);
  }

  #isMissing({ flow, hash }: Frame): boolean {
    return this.set.flows.get(flow)?.hash !== hash && !this.#shelf.knows(flow, hash);
  }

  /** A version not known here may be one that was published a moment ago. */
  async #fetch(missing: readonly Frame[]): Promise<void> {
    await this.follow();
    for (const { flow, hash } of missing.filter((frame) => this.#isMissing(frame))) {
      const found = await this.#shelf.fetch(flow, hash);
      // Ending a talk because this process is older than another would lose it: the message comes again, and finds that one.
      if (found !== 'unreadable' || this.#tooNew === 0) continue;
      this.#shelf.forgetMissing();
      throw unavailable('newer_flows', 'A talk runs flows that a newer Benkan published.');
    }
  }
}
