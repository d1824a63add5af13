import { Emitter } from './emitter.ts';
import type { MsgKey, Wid } from './ids.ts';

/** What has no meaning outside the page. */
const OWN = new Set(['mediaData', 'chat', 'msgs', 'listened']);

/** Bytes and ids as plain JSON, functions left out. */
export const plain = (given: unknown): unknown =>
  JSON.parse(
    JSON.stringify(given, (_key, value: unknown) => (value instanceof Uint8Array ? [...value] : value)),
  );

export class Model extends Emitter {
  constructor(fields: object) {
    super();
    Object.assign(this, fields);
  }

  serialize(): unknown {
    return plain(Object.fromEntries(Object.entries(this).filter(([name]) => !OWN.has(name))));
  }

  toJSON(): unknown {
    return this.serialize();
  }
}

export class Message extends Model {
  declare id: MsgKey;
  declare type: string;
  declare t: number;
  declare ack: number;
  declare body?: string;
  declare chat?: Chat;
}

export class Chat extends Model {
  declare id: Wid;
  declare unreadCount: number;
  declare msgs: Collection<Message>;
}

export class Collection<T extends Model & { id: { _serialized: string } }> extends Emitter {
  readonly #models = new Map<string, T>();

  get(id: string | { _serialized: string }): T | undefined {
    return this.#models.get(typeof id === 'string' ? id : id._serialized);
  }

  add(model: T): T {
    this.#models.set(model.id._serialized, model);
    this.trigger('add', model);
    return model;
  }

  remove(model: T): void {
    this.#models.delete(model.id._serialized);
    this.trigger('remove', model);
  }

  getModelsArray(): T[] {
    return [...this.#models.values()];
  }
}
