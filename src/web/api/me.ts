import { z } from 'zod';
import { ROLES } from '../staff/index.ts';
import { type ApiRoute, apiRoute } from './route.ts';

const me = z.object({
  id: z.string(),
  /** One's own. */
  name: z.string(),
  role: z.enum(ROLES),
  org: z.string(),
  regions: z.array(z.string()).readonly().optional().describe('Of a coordinator: the regions they see.'),
});

/** Who the session belongs to. */
export const meRoute: ApiRoute = apiRoute({
  method: 'get',
  path: '/me',
  roles: ROLES,
  summary: 'Who is signed in',
  answer: me,
  run: ({ person }) => person,
});
