import { demand } from './refusal.ts';
import type { Params } from './shapes.ts';

/** A file as it came in a form. */
export class SentFile {
  readonly name: string;
  readonly bytes: Buffer;

  constructor(name: string, bytes: Buffer) {
    this.name = name;
    this.bytes = bytes;
  }

  /** Calls are remembered and compared by tests; megabytes are no help there. */
  toJSON(): string {
    return `${this.name}, ${this.bytes.length} bytes`;
  }
}

/** A body of multipart/form-data (RFC 7578), to the letter: every boundary, line break and header where it must be. */
export function readMultipart(body: Buffer, type: string): Params {
  const boundary = /^multipart\/form-data; boundary=([\w'()+,./:=?-]{1,70})$/.exec(type)?.[1];
  demand(boundary !== undefined, "Bad Request: can't find the boundary of the form");
  const opening = `--${boundary}\r\n`;
  demand(
    body.toString('latin1', 0, opening.length) === opening,
    "Bad Request: can't parse the form's beginning",
  );
  const delimiter = `\r\n--${boundary}`;
  const params: Params = {};
  for (let at = opening.length; ; ) {
    const end = body.indexOf(delimiter, at, 'latin1');
    demand(end >= 0, "Bad Request: can't find the end of a part");
    const { name, value } = readPart(body.subarray(at, end));
    demand(!Object.hasOwn(params, name), `Bad Request: the part ${name} is there twice`);
    params[name] = value;
    at = end + delimiter.length + 2;
    const after = body.toString('latin1', at - 2, at);
    if (after === '--') {
      demand(body.toString('latin1', at) === '\r\n', 'Bad Request: something stands behind the form');
      return params;
    }
    demand(after === '\r\n', "Bad Request: can't parse a boundary");
  }
}

function readPart(part: Buffer): { name: string; value: string | SentFile } {
  const gap = part.indexOf('\r\n\r\n', 0, 'latin1');
  demand(gap >= 0, "Bad Request: can't find the end of a part's headers");
  const [disposition = '', ...others] = part.toString('utf8', 0, gap).split('\r\n');
  demand(
    others.every((header) => /^Content-Type: \S+$/.test(header)),
    'Bad Request: a header of a part is not known',
  );
  const [, name, fileName] =
    /^Content-Disposition: form-data; name="(\w+)"(?:; filename="([^"\\/]+)")?$/.exec(disposition) ?? [];
  demand(name !== undefined, "Bad Request: can't parse a part's Content-Disposition");
  const content = part.subarray(gap + 4);
  return {
    name,
    value: fileName === undefined ? content.toString() : new SentFile(fileName, Buffer.from(content)),
  };
}
