/** A file a page brought. `type` is what the browser calls it. */
export interface Upload {
  type: string;
  bytes: Buffer;
}

/**
 * Where files wait until they are fetched: the page has no platform behind it that would keep them. `address` is the
 * chat's token, class A. Every method throws `Fault` `unavailable` when the store cannot be reached.
 */
export interface Uploads {
  /** Resolves once it is durable, with the id under which it is found; the same message has the same one. */
  put(address: string, message: string, file: Upload): Promise<string>;
  /** `null`: it never was, or its time is over. */
  get(id: string): Promise<Upload | null>;
  /** Harmless to repeat. */
  remove(id: string): Promise<void>;
}
