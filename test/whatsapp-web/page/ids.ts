/** A chat's or a person's id, e.g. `22370000001@c.us` or `123@lid`. */
export interface Wid {
  user: string;
  server: string;
  _serialized: string;
  isLid(): boolean;
  isGroup(): boolean;
  isStatus(): boolean;
  toJSON(): object;
}

export function wid(given: string | Wid): Wid {
  if (typeof given !== 'string') return given;
  const [user = '', server = ''] = given.split('@');
  if (user === '' || server === '') throw new Error('wid error: invalid wid');
  return {
    ...{ user, server, _serialized: given },
    isLid: () => server === 'lid',
    isGroup: () => server === 'g.us',
    isStatus: () => given === 'status@broadcast',
    toJSON: () => ({ user, server, _serialized: given }),
  };
}

/** The campaign's own number, and the id that hides it. */
export const ME = wid('22370000000@c.us');
export const MY_LID = wid('100000000000000@lid');

interface KeyParts {
  from: Wid;
  to: Wid;
  id: string;
  selfDir: 'in' | 'out';
}

let made = 0;
/** No two pages make the same: a restart begins with another number. */
const begun = Date.now().toString(16).toUpperCase().padStart(12, '0');

/** The id of a message. */
export class MsgKey {
  readonly fromMe: boolean;
  readonly remote: Wid;
  readonly id: string;
  readonly _serialized: string;

  constructor({ from, to, id, selfDir }: KeyParts) {
    this.fromMe = selfDir === 'out';
    this.remote = this.fromMe ? to : from;
    this.id = id;
    this._serialized = `${String(this.fromMe)}_${this.remote._serialized}_${id}`;
  }

  static async newId(): Promise<string> {
    made += 1;
    return `3EB0${begun}${made.toString(16).toUpperCase().padStart(4, '0')}`;
  }
}
