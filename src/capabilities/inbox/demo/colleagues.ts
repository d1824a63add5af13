/** Invented members of staff, who have no account; their names say that they are an example. */
export const DEMO_COLLEAGUES = {
  'demonstration-awa': 'Awa (exemple)',
  'demonstration-moussa': 'Moussa (exemple)',
} as const;

export type DemoColleague = keyof typeof DEMO_COLLEAGUES;

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(DEMO_COLLEAGUES));

/** `undefined`: it is nobody invented. */
export const demoColleague = (account: string): string | undefined => NAMES.get(account);
