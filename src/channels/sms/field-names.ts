/** Names of ours, and where they stand in what the gateway brings: `payload.message`, `results.0.id`. */
export type FieldNames = Readonly<Record<string, string>>;

/**
 * Reads `from=msisdn text=payload.message`: pairs with spaces between them.
 * @returns `undefined` where it is not of that form, or names something that is not `among`
 */
export function readFieldNames(written: string, among: readonly string[]): FieldNames | undefined {
  const names: Record<string, string> = {};
  for (const pair of written.trim().split(/\s+/u)) {
    const [, name = '', path = ''] = /^([a-z]+)=([\w.\-@:]{1,128})$/u.exec(pair) ?? [];
    if (!among.includes(name) || Object.hasOwn(names, name)) return undefined;
    names[name] = path;
  }
  return names;
}

/**
 * Reads `ok:100,101 gone:403`: what codes mean, pairs with spaces between them.
 * @returns from code, in small letters, to meaning; `undefined` where it is not of that form
 */
export function readCodes<Meaning extends string>(
  written: string,
  among: readonly Meaning[],
): ReadonlyMap<string, Meaning> | undefined {
  const codes = new Map<string, Meaning>();
  for (const pair of written.trim().split(/\s+/u)) {
    const [, name, list = ''] = /^([a-z]+):([\w.:-]+(?:,[\w.:-]+)*)$/u.exec(pair) ?? [];
    const meaning = among.find((each) => each === name);
    if (meaning === undefined) return undefined;
    for (const code of list.split(',')) codes.set(code.toLowerCase(), meaning);
  }
  return codes;
}

/** What stands at a path, as text; `undefined` where there is nothing, or something that is neither words nor a number. */
export function valueAt(source: unknown, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const found = thingAt(source, path);
  if (typeof found === 'string') return found;
  return typeof found === 'number' && Number.isFinite(found) ? String(found) : undefined;
}

/** Own properties only; a field of a form may have a dot in its name. */
export function thingAt(source: unknown, path: string): unknown {
  if (isRecord(source) && Object.hasOwn(source, path)) return source[path];
  let at: unknown = source;
  for (const step of path.split('.')) {
    if (!isRecord(at) || !Object.hasOwn(at, step)) return undefined;
    at = at[step];
  }
  return at;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
