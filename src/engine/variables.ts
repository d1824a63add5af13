import { orRather } from './closest.ts';
import type { TypeOfName } from './expression/expression.ts';

/** The variables of one flow, and the parts of those that only calls with a known answer fill. */
export class Variables {
  /** Parts by variable; `null` where anything may be in it. */
  private readonly parts = new Map<string, Set<string> | null>();

  constructor(params: readonly string[]) {
    for (const name of params) this.parts.set(name, null);
  }

  /** A step fills it; `gives`: with a record of these fields, or where it is none, with one plain value. */
  fill(name: string, gives: readonly string[] | undefined): void {
    const before = this.parts.get(name);
    if (before === null || gives === undefined) this.parts.set(name, null);
    else this.parts.set(name, new Set([...(before ?? []), ...gives]));
  }

  /** The type of `vars.<name>` or `vars.<name>.<part>`. */
  typeOf: TypeOfName = ([, name = '', part, ...deeper]) => {
    const parts = this.parts.get(name);
    const path = [name, part, ...deeper].filter((word) => word !== undefined).join('.');
    if (parts === undefined || deeper.length > 0)
      return {
        unknown: `Nothing sets vars.${path}${orRather(name, this.parts.keys())}; set it in a set step, save a call to it, or name it in params.`,
      };
    if (part === undefined || parts === null || parts.has(part)) return 'dyn';
    return { code: 'unknown_field', unknown: `The call brings no ${part}; ${among(parts, name)}` };
  };
}

const among = (parts: ReadonlySet<string>, variable: string): string =>
  parts.size === 0 ? `write vars.${variable} alone.` : `use ${[...parts].sort().join(', ')}.`;
