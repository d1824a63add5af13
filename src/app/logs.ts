import pino, { type Logger } from 'pino';

/** The only fields a log line may carry. Anything else is dropped, so that no text, name or number slips in (T7). */
const ALLOWED = new Set([
  'conversation',
  'inbound',
  'person',
  'channel',
  'flow',
  'step',
  'code',
  'kind',
  'count',
  'ms',
  'port',
  'url',
  'method',
  'route',
  'status',
  'attempt',
  'afterMs',
  'pid',
  'version',
  'lang',
  'key',
  'what',
  'effect',
  'at',
]);
const MAX_VALUE = 120;
const CLASS_NAME = /^[A-Za-z]\w{0,60}$/;
/** A place in a stack ends with line and column; what a message quotes could look like one, so that is cut off first. */
const PLACE = /^\s+at .*:\d+:\d+\)?$/;

export type { Logger };

/** JSON lines with ids and codes only. */
export function logger(level: string, destination?: pino.DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: allowed },
      hooks: { logMethod: constantLine },
    },
    destination as pino.DestinationStream,
  );
}

/**
 * pino takes an error's own message for the line where none is given, and puts further arguments into it: both could be
 * anything. So a line is what the code says, and nothing but the fields goes with it.
 */
function constantLine(this: Logger, given: unknown[], write: pino.LogFn): void {
  const [first, line] = given;
  if (typeof first === 'string') write.call(this, first);
  else if (first instanceof Error) write.call(this, { err: first }, lineOf(line));
  else write.call(this, first as object, lineOf(line));
}

const lineOf = (line: unknown): string => (typeof line === 'string' ? line : 'error');

function allowed(fields: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (name === 'err' || name === 'cause') Object.assign(kept, errorFields(value));
    else if (name === 'error' && typeof value === 'string' && CLASS_NAME.test(value)) kept[name] = value;
    else if (
      ALLOWED.has(name) &&
      (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    ) {
      kept[name] = typeof value === 'string' ? value.slice(0, MAX_VALUE) : value;
    }
  }
  return kept;
}

/** A driver's message may quote a document (E11000 does): only the kind of error and the places in our code are kept. */
export function errorFields(error: unknown): { error: string; code?: string; at?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number')
      ? String(error.code)
      : undefined;
  const at = placesOf(error)
    .slice(0, 4)
    .map((line) => line.trim().replace(/\(?(file:\/\/)?\/.*\/(src|dist|node_modules)\//, '($2/'))
    .join(' < ');
  return { error: error.name, ...(code === undefined ? {} : { code }), ...(at === '' ? {} : { at }) };
}

/** The stack begins with the message the error was made with; `message` itself may have been changed since. */
function placesOf({ stack = '', message }: Error): string[] {
  const end = stack.indexOf(message);
  const lines = (end < 0 ? '' : stack.slice(end + message.length)).split('\n');
  return lines.filter((line) => PLACE.test(line));
}
