import type { Capability } from '../capability.ts';
import { type AboutDeps, aboutRoute } from './route.tsx';

export type { KeptFor } from './page.tsx';

/** The page that says to everybody what this is and what it keeps (W12, T5). */
export const about = (deps: AboutDeps): Capability => ({
  name: 'about',
  ...{ collections: [], effects: [], calls: [], staffRoutes: [] },
  publicRoutes: [aboutRoute(deps)],
});
