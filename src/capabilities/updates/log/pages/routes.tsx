import type { Role, StaffRoute } from '../../../../web/staff/index.ts';
import type { OpenLog } from '../open-log.ts';
import { LogPage } from './log-page.tsx';

/** Whoever reads the items of an organisation; the log is of all, and public. */
const READERS: readonly Role[] = ['admin', 'editor', 'verifier', 'organiser', 'analyst', 'viewer'];

type ShownLog = Pick<OpenLog, 'check' | 'checked' | 'keys'>;

/** The page about the signed log of publications. Before `/updates/:id`, which would take its address. */
export const logRoutes = (log: ShownLog): StaffRoute[] => [
  {
    ...{ method: 'get', path: '/updates/log', roles: READERS },
    async render(ctx) {
      return <LogPage ctx={ctx} checked={log.checked} kid={log.keys.at(-1)?.kid ?? ''} />;
    },
  },
  {
    ...{ method: 'post', path: '/updates/log/check', roles: READERS },
    async act(ctx) {
      const { entries, wrong } = await checkOnce(log);
      await ctx.audit('updates.log_checked', 'publications', { ok: wrong === undefined, entries });
      return { kind: 'see_other', to: '/staff/updates/log' };
    },
  },
];

const running = new WeakMap<object, ReturnType<OpenLog['check']>>();

/** One look at a time: whoever asks meanwhile gets what that one finds. */
function checkOnce(log: ShownLog): ReturnType<OpenLog['check']> {
  const known = running.get(log);
  if (known !== undefined) return known;
  const look = log.check().finally(() => running.delete(log));
  running.set(log, look);
  return look;
}
