import { LRUCache } from 'lru-cache';
import type { Media, MediaLibrary, Picture } from '../../domain/media.ts';
import type { Graph } from './graph.ts';

const MOST_KNOWN = 1_000;
/** The platform forgets a file after 30 days. */
const KNOWN_FOR_MS = 29 * 86_400_000;

/** Recordings and pictures go up once, however many people get them; from then on they go by the platform's own id. */
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
    return this.#idOf(recording, () => this.#media.get(recording));
  }

  /** The same of a picture. */
  pictureId(picture: string): Promise<string | undefined> {
    return this.#idOf(picture, async () => (await this.#media.picture?.(picture)) ?? null);
  }

  #idOf(name: string, get: () => Promise<Media | Picture | null>): Promise<string | undefined> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const found = this.#upload(get).catch(() => undefined);
    this.#known.set(name, found);
    void found.then((id) => {
      if (id === undefined) this.#known.delete(name);
    });
    return found;
  }

  async #upload(get: () => Promise<Media | Picture | null>): Promise<string | undefined> {
    const media = await get();
    if (media === null) return undefined;
    return (await this.#graph.upload(media)).json.id;
  }
}
