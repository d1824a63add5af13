import { z } from 'zod';
import type { CallKind, Speaker } from '../../../conversation/ports.ts';
import type { CallValue, Value } from '../../../engine/types.ts';
import { type Milestone, NATIONAL, PHASES } from '../milestones/milestone.ts';
import type { Timeline } from '../milestones/timeline.ts';

export interface CallDeps {
  timeline: Timeline;
  speaker: Speaker;
  /** A region's name by its slug. */
  placeName: (slug: string) => string | undefined;
}

/** Where the words of phases stand. */
const FLOW = 'ou-en-est-on';

/** The newest milestone, or the one before `apres`, of a theme or region where one is named; `cle` is null at the end. */
export const readCall = ({ timeline, speaker, placeName }: CallDeps): CallKind => ({
  name: 'timeline.read',
  kind: 'reads',
  params: z.strictObject({
    apres: z.string().nullable(),
    theme: z.string().nullable(),
    region: z.string().nullable(),
  }),
  async run({ apres, theme, region }, { lang, day }): Promise<CallValue> {
    const asked = { until: day, theme: named(theme), region: named(region)?.split('/')[0] };
    const found = await timeline.read(asked);
    const at = await olderThan(timeline, found, named(apres));
    const each = found[at - 1];
    if (each === undefined) return NOTHING;
    const say = (key: string): string => speaker.say(lang, { flow: FLOW, key });
    const text = each.texts[lang] ?? each.texts['fr'] ?? '';
    return {
      ...told(each, text, each.texts[lang] === undefined),
      ...{ phase: say(`phases.${each.phase}`), rang: PHASES.indexOf(each.phase) + 1 },
      ...{ derniere: at === found.length, suite: at > 1 },
      lieu: each.place === NATIONAL ? say('partout') : (placeName(each.place) ?? each.place),
    };
  },
});

/** How many of these are older than the one that was read last; all of them where none was. */
async function olderThan(
  timeline: Timeline,
  found: readonly Milestone[],
  apres: string | undefined,
): Promise<number> {
  if (apres === undefined) return found.length;
  const at = found.findIndex(({ key }) => key === apres);
  if (at >= 0) return at;
  // Taken back meanwhile, or another stands in its place: what is older than it follows.
  const day = await timeline.dateOf(apres);
  return day === undefined ? found.length : found.filter(({ date }) => date < day).length;
}

const told = (each: Milestone, texte: string, autre_langue: boolean): Record<string, Value> => ({
  ...{ cle: each.key, date: each.date, annee: each.date.slice(0, 4), texte, autre_langue },
  ...{ source: each.source, lien: each.link === '' ? null : each.link, demo: each.demo },
  ...{ sure: each.confidence === 'sourced', verifiee: each.verified },
});

const NOTHING: Record<string, Value> = { cle: null, suite: false, derniere: false };

const named = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
