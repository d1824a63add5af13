import type { Field } from '../model/audience.ts';
import { Codes } from './codes.ts';

/** What a count needs of a member; a list where somebody may have several. */
export interface Row {
  id: Uint8Array;
  lang: string;
  channel: string;
  active: string;
  agreed: boolean;
  stopped: boolean;
  gone: boolean;
  /** They have a talk to be reached in. */
  reached: boolean;
  place?: string | undefined;
  sex?: string | undefined;
  age?: string | undefined;
  themes?: readonly string[] | undefined;
  groups?: readonly string[] | undefined;
  answers?: readonly string[] | undefined;
}

/** Why somebody is not written to, as a column has it. */
export const FLAGS = { stopped: 1, gone: 2, unagreed: 4, erased: 8 } as const;

const ID_BYTES = 16;
/** Room for those who come while the columns are held, before they are made anew. */
const SPARE = 4096;

type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** One attribute of everybody: a small number each, and what the numbers stand for. */
export interface Column {
  readonly codes: Codes;
  numbers: Numbers;
}

/** Lists are a word each, as few people differ in them. */
export const LIST_GLUE = '\n';

/**
 * Everybody's attributes, 35 bytes a member: one small number for each, and the ids to find them by. Rows are added in the
 * order of their ids; those that come later are found by a map.
 */
export class Columns {
  size = 0;
  /** How many were there in the order of their ids; `undefined` while they come. */
  #sorted: number | undefined;
  #ids: Buffer;
  flags: Uint8Array<ArrayBuffer>;
  readonly #later = new Map<string, number>();
  readonly of: Readonly<Record<Exclude<keyof Row, 'id' | 'agreed' | 'stopped' | 'gone' | 'reached'>, Column>>;

  /** @param expected about how many there will be */
  constructor(expected: number) {
    const room = expected + SPARE;
    this.#ids = Buffer.alloc(room * ID_BYTES);
    this.flags = new Uint8Array(room);
    const column = (numbers: Numbers): Column => ({ codes: new Codes(), numbers });
    this.of = {
      lang: column(new Uint8Array(room)),
      channel: column(new Uint8Array(room)),
      sex: column(new Uint8Array(room)),
      age: column(new Uint8Array(room)),
      active: column(new Uint16Array(room)),
      place: column(new Uint16Array(room)),
      themes: column(new Uint16Array(room)),
      groups: column(new Uint32Array(room)),
      answers: column(new Uint32Array(room)),
    };
  }

  /** The next in the order of ids, or, once {@link loaded} was called, whoever changed. */
  put(row: Row): void {
    let at = this.#sorted === undefined ? -1 : this.#find(row.id);
    if (at < 0) at = this.#append(row.id);
    this.flags[at] =
      (row.stopped ? FLAGS.stopped : 0) |
      (row.gone ? FLAGS.gone : 0) |
      (row.agreed && row.reached ? 0 : FLAGS.unagreed);
    for (const name of ['lang', 'channel', 'sex', 'age', 'active', 'place'] as const)
      this.#set(this.of[name], at, row[name] ?? '');
    for (const name of ['themes', 'groups', 'answers'] as const)
      this.#set(this.of[name], at, row[name] === undefined ? '' : [...row[name]].sort().join(LIST_GLUE));
  }

  /** Everybody is there: from now on a row is looked for before it is added. */
  loaded(): void {
    this.#sorted = this.size;
  }

  remove(id: Uint8Array): void {
    const at = this.#find(id);
    if (at >= 0) this.flags[at] = FLAGS.erased;
  }

  /** Bytes held. */
  get bytes(): number {
    const columns = Object.values(this.of).reduce((sum, { numbers }) => sum + numbers.byteLength, 0);
    return columns + this.flags.byteLength + this.#ids.byteLength;
  }

  #set({ codes, numbers }: Column, at: number, word: string): void {
    numbers[at] = codes.of(word, MOST[numbers.BYTES_PER_ELEMENT] ?? 0);
  }

  #append(id: Uint8Array): number {
    const at = this.size;
    if (at === this.flags.length) this.#grow();
    this.#ids.set(id.subarray(0, ID_BYTES), at * ID_BYTES);
    this.size += 1;
    if (this.#sorted !== undefined) this.#later.set(Buffer.from(id).toString('latin1'), at);
    return at;
  }

  #find(id: Uint8Array): number {
    let [low, high] = [0, (this.#sorted ?? 0) - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#ids.compare(id, 0, ID_BYTES, middle * ID_BYTES, (middle + 1) * ID_BYTES);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return this.#later.get(Buffer.from(id).toString('latin1')) ?? -1;
  }

  #grow(): void {
    const room = Math.ceil(this.flags.length * 1.25) + SPARE;
    this.#ids = Buffer.concat([this.#ids], room * ID_BYTES);
    this.flags = grown(this.flags, new Uint8Array(room));
    for (const column of Object.values(this.of)) {
      const { numbers } = column;
      if (numbers instanceof Uint8Array) column.numbers = grown(numbers, new Uint8Array(room));
      else if (numbers instanceof Uint16Array) column.numbers = grown(numbers, new Uint16Array(room));
      else column.numbers = grown(numbers, new Uint32Array(room));
    }
  }
}

/** How many words a column of numbers this wide can tell apart. */
const MOST: Readonly<Record<number, number>> = { 1: 2 ** 8, 2: 2 ** 16, 4: 2 ** 32 };

function grown<Kind extends Numbers>(from: Kind, to: Kind): Kind {
  to.set(from);
  return to;
}

/** Where a field's values stand; a region is read off the place. */
export const COLUMN_OF = {
  ...{ lang: 'lang', channel: 'channel', region: 'place', cercle: 'place', commune: 'place' },
  ...{ sex: 'sex', age: 'age', group: 'groups', theme: 'themes', active: 'active', answer: 'answers' },
} as const satisfies Record<Field, keyof Columns['of']>;
