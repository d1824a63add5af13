import { refusal } from '../../../domain/faults.ts';
import type { Role, StaffContext, StaffRoute } from '../../../web/staff/index.ts';
import { RECIPIENT_STATES, type Segment } from '../plan/recipient.ts';
import type { ProgressReader } from './progress-reader.ts';
import { ResultsPage } from './results-page.tsx';
import { groupLines } from './segments.ts';

const A_PAGE = 100;
/** An id of a row, in hexadecimal. */
const ROW = /^[0-9a-f]{32}$/u;

export interface ResultsDeps {
  report: ProgressReader;
  roles: readonly Role[];
  /** A broadcast this person may read; `undefined`: for them there is none. */
  find: (ctx: StaffContext, id: string) => Promise<{ id: string; name: string; state: string } | undefined>;
  smallest: number;
  /** What a value is called on this person's page. */
  nameOf: (ctx: StaffContext) => (segment: Segment, value: string) => string;
}

/** What became of a broadcast, by group and one by one. */
export const resultsRoute = ({ report, roles, find, smallest, nameOf }: ResultsDeps): StaffRoute => ({
  method: 'get',
  path: '/broadcasts/:id/results',
  roles,
  async render(ctx) {
    const broadcast = await find(ctx, ctx.params['id'] ?? '');
    const progress = broadcast === undefined ? undefined : await report.progress(broadcast.id);
    // Of one that is over the figures may be gone; its page says so.
    if (broadcast === undefined || (progress?.of === undefined && broadcast.state !== 'done'))
      throw refusal('not_found', 'No such broadcast has been sent.');
    const { id, name, state } = broadcast;
    const asked = ctx.query.get('after') ?? '';
    const after = ROW.test(asked) ? { after: asked } : {};
    const lines = async (segment: Segment) =>
      groupLines(await report.bySegment(id, segment, state), smallest);
    const wanted = RECIPIENT_STATES.find((each) => each === ctx.query.get('etat'));
    const rows = await report.rows(id, { ...after, ...(wanted && { state: wanted }), limit: A_PAGE });
    const groups = {
      lang: await lines('lang'),
      channel: await lines('channel'),
      region: await lines('region'),
    };
    const next = rows.length < A_PAGE ? undefined : rows.at(-1)?.id;
    return (
      <ResultsPage
        ctx={ctx}
        results={{
          ...{ id, name, groups, rows, next, smallest, nameOf: nameOf(ctx) },
          ...{ wanted, tally: progress?.tally },
        }}
      />
    );
  },
});
