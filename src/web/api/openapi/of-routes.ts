import { z } from 'zod';
import { ROLES } from '../../staff/index.ts';
import type { ApiRoute } from '../route.ts';
import type { Door, Refusal } from './door.ts';

/** The routes of the API as doors of the description. */
export const doorsOf = (routes: readonly ApiRoute[]): Door[] => routes.map(doorOf);

function doorOf(route: ApiRoute): Door {
  const { method, path, summary, description, roles, params, query, body, status = 200 } = route;
  return {
    method,
    path: `/api/v1${path.replace(/:(\w+)/g, '{$1}')}`,
    tag: 'Staff',
    summary,
    ...(description === undefined ? {} : { description }),
    credentials: ['staffSession'],
    ...{ roles, params, query },
    ...(body === undefined ? {} : { body: { types: { 'application/json': body } } }),
    answers: { [status]: { says: 'Done.', type: 'application/json', schema: answerOf(route) } },
    refuses: refusalsOf(route),
  };
}

/** Where roles see different things the description says that it is one of them. */
function answerOf({ answer, answerFor = {} }: ApiRoute): z.ZodType {
  const others = Object.values(answerFor);
  return others.length === 0 ? answer : z.union([answer, ...others]);
}

function refusalsOf({ method, roles, body, refuses = [] }: ApiRoute): Refusal[] {
  const byRole: Refusal[] = roles.length < ROLES.length || method !== 'get' ? [403] : [];
  const byBody: Refusal[] = body === undefined ? [] : [413, 415];
  return [400, 401, ...byRole, ...refuses, ...byBody, 500, 503];
}
