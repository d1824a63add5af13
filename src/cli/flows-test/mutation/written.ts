/** A flow as it is written: what its YAML holds. */
export type Written = Record<string, unknown>;
export type Path = readonly PropertyKey[];

/** What stands at a path; `undefined`: nothing. `then: { goto: s }` is short for a list of that one step. */
export function place(written: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (at === undefined || at === null ? undefined : inside(at, key)),
    written,
  );
}

/** A copy with something else at a path. */
export function replaced(written: Written, path: Path, value: unknown): Written {
  return changed(written, path, () => [value]) as Written;
}

/** A copy without what stands at a path. */
export function deleted(written: Written, path: Path): Written {
  return changed(written, path, () => []) as Written;
}

/** `change` gives what is to stand there: one thing or none. */
function changed(at: unknown, [key, ...rest]: Path, change: () => [] | [unknown]): unknown {
  if (key === undefined) return at;
  const list = asList(at, key);
  const given = rest.length === 0 ? change() : [changed(inside(at, key), rest, change)];
  if (list) return [...list.slice(0, Number(key)), ...given, ...list.slice(Number(key) + 1)];
  const entries = Object.entries(at as Written);
  return Object.fromEntries(
    entries.flatMap(([name, value]) =>
      name === key ? given.map((now) => [name, now] as const) : [[name, value]],
    ),
  );
}

const inside = (at: unknown, key: PropertyKey): unknown => {
  const list = asList(at, key);
  return list ? list[Number(key)] : (at as Record<PropertyKey, unknown>)[key];
};

const asList = (at: unknown, key: PropertyKey): readonly unknown[] | undefined => {
  if (Array.isArray(at)) return at as readonly unknown[];
  return typeof key === 'number' ? [at] : undefined;
};
