import type { Deed } from '../../capabilities/flows/index.ts';
import type { Published } from './publish.ts';

/** What the audit keeps of a publication (T22): who decides what the bot says is kept, flow by flow. */
export const deedsOf = ({ edition: { n, back }, changes }: Published): Deed[] =>
  changes.map(({ flow, kind, move, pinned, end }) => ({
    action: back === undefined ? 'flows.published' : 'flows.taken_back',
    subject: `flow/${flow}`,
    detail: { edition: n, ...(back === undefined ? {} : { back }), change: kind, move, pinned, end },
  }));
