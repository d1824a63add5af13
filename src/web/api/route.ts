import { z } from 'zod';
import type { AuditAct, Role, StaffPerson } from '../staff/index.ts';

/** What a route is called with; everything was parsed by the route's own schemas. */
export interface ApiContext<Params = unknown, Query = unknown, Body = unknown> {
  person: StaffPerson;
  params: Params;
  query: Query;
  body: Body;
  /** Records a decision under this person's name, as on the pages: after the last check, before the write. */
  audit: AuditAct;
}

export type ApiMethod = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** One door of the API, below `/api/v1`. */
export interface ApiRoute {
  readonly method: ApiMethod;
  /** In the form of express: `/surveys/:survey/results`. */
  readonly path: string;
  /** Who may. An empty list stops the start: nothing is open by forgetting. */
  readonly roles: readonly Role[];
  /** One line, as the description and `/docs` show it. */
  readonly summary: string;
  readonly description?: string;
  /** The answer holds class A: each look is recorded before it goes out. */
  readonly reads?: 'A';
  /** The class of records under which an agreement opens it to another organisation. */
  readonly shared?: string;
  /** As on the pages: its person has to have shown who they are within ten minutes. */
  readonly confirm?: 'always' | 'with_key';
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body?: z.ZodType;
  /** The serializer: what it does not declare does not leave. */
  readonly answer: z.ZodType;
  /** What certain roles see instead (T20: one serializer a role and resource). */
  readonly answerFor?: Readonly<Partial<Record<Role, z.ZodType>>>;
  /** Of a success; 200 unless said. */
  readonly status?: 200 | 201 | 202;
  /** Refusals of its own, besides those every route of its kind has; one that is not listed is a bug, and a 500. */
  readonly refuses?: readonly (404 | 409)[];
  run(ctx: ApiContext): unknown;
}

const NOTHING = z.strictObject({});

type Described = Omit<ApiRoute, 'params' | 'query' | 'body' | 'answer' | 'run'>;

/**
 * A route whose `run` is typed by its schemas. `params` and `query` are held strict: an unknown parameter is refused.
 * What `run` brings back is parsed by `answer`, so what it does not declare does not leave the house.
 */
export function apiRoute<
  Answer extends z.ZodType,
  Params extends z.ZodObject = typeof NOTHING,
  Query extends z.ZodObject = typeof NOTHING,
  Body extends z.ZodType = z.ZodUndefined,
>(
  route: Described & {
    params?: Params;
    query?: Query;
    body?: Body;
    answer: Answer;
    run: (
      ctx: ApiContext<z.output<Params>, z.output<Query>, z.output<Body>>,
    ) => z.input<Answer> | Promise<z.input<Answer>>;
  },
): ApiRoute {
  const { params = NOTHING, query = NOTHING, run, ...rest } = route;
  return {
    ...rest,
    params: params.strict(),
    query: query.strict(),
    // The frame parsed all three by the very schemas `run` is typed with.
    run: (ctx) => run(ctx as Parameters<typeof run>[0]),
  };
}
