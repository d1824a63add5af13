import type { Clock } from '../../domain/clock.ts';
import { dayOf } from '../../domain/clock.ts';
import type { Sealer } from '../../conversation/ports.ts';
import { count } from './count/count.ts';
import type { KeptColumns } from './count/kept-columns.ts';
import { openReach } from './members/member.ts';
import type { ChannelRules, ReadPage } from './members/reading-store.ts';
import { metIn } from './count/met.ts';
import { audience } from './model/audience.ts';
import { shownCounts } from './model/shown.ts';
import { describe, type ValueName } from './model/words.ts';
import type { Audiences } from './ports.ts';

interface DeskDeps {
  columns: KeptColumns;
  readPage: ReadPage;
  rules: ChannelRules;
  sealer: Sealer;
  clock: Clock;
  nameOf: ValueName;
  smallest: number;
}

/** Audiences as broadcasts and pages ask for them. */
export function openAudiences(deps: DeskDeps): Audiences {
  const { columns, readPage, rules, sealer, clock, nameOf, smallest } = deps;
  const today = (): string => dayOf(clock.now());
  const exact: Audiences['count'] = async (of, scope) =>
    count(await columns.now(), { of: audience.parse(of), scope, today: today() }, rules);
  return {
    smallest,
    count: exact,
    shown: async (of, scope) => shownCounts(await exact(of, scope), smallest),
    met: async (scope) => metIn(await columns.now(), scope, smallest),
    async members(of, scope, after, limit) {
      const reading = { of: audience.parse(of), scope, today: today() };
      // So few would be somebody in particular: the first page has them all, and none of them is named.
      const page = await readPage(reading, after, after === null ? Math.max(limit, smallest) : limit);
      if (after === null && page.length < smallest) return [];
      return page.slice(0, limit);
    },
    conversationOf: ({ id, reach }) => openReach(sealer, id, reach),
    describe: (of, lang) => describe(of, lang, nameOf),
  };
}
