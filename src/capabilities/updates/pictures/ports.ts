/** A picture as everybody gets it. */
export interface Picture {
  type: 'image/jpeg';
  bytes: Buffer;
}

/** Pictures of items, under ids made of their bytes: one never changes, so that everyone may keep a copy. */
export interface Pictures {
  /**
   * Keeps a picture made small, without place, camera or time, and resolves with its id once it is durable. The same
   * picture twice has one id.
   * @throws Fault refusal `media_empty`, `media_too_large`, `media_type`, `media_mismatch`
   */
  put(bytes: Buffer): Promise<string>;
  /** `undefined`: it was never there. */
  get(id: string): Promise<Picture | undefined>;
  /** What it weighs, in bytes; asked in talks, so it is looked up once. */
  sizeOf(id: string): Promise<number | undefined>;
}
