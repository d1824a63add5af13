import { LRUCache } from 'lru-cache';
import type { MediaLibrary } from '../../domain/media.ts';
import type { Graph } from './graph.ts';

const MOST_KNOWN = 1_000;
/** The platform forgets a file after 30 days. */
const KNOWN_FOR_MS = 29 * 86_400_000;

/** Recordings go up once, however many people get them; from then on they go by the platform's own id. */
export class Recordings {
  readonly #graph: Graph;
  readonly #media: MediaLibrary;
  readonly #known = new LRUCache<string, Promise<string | undefined>>({ max: MOST_KNOWN, ttl: KNOWN_FOR_MS });

  constructor(graph: Graph, media: MediaLibrary) {
    this.#graph = graph;
    this.#media = media;
  }

  /** The platform's id of a recording; `undefined`: it is gone, or could not be put up now. Never rejects. */
  idOf(recording: string): Promise<string | undefined> {
    const known = this.#known.get(recording);
    if (known !== undefined) return known;
    const found = this.#upload(recording).catch(() => undefined);
    this.#known.set(recording, found);
    void found.then((id) => {
      if (id === undefined) this.#known.delete(recording);
    });
    return found;
  }

  async #upload(recording: string): Promise<string | undefined> {
    const media = await this.#media.get(recording);
    if (media === null) return undefined;
    return (await this.#graph.upload(media)).json.id;
  }
}
