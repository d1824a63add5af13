import type { VNode } from 'preact';
import type { Clock } from '../../../domain/clock.ts';
import { eachLang } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Content, Desk, EntriesStore, Kind, Options } from '../../approved/index.ts';
import { THEMES } from '../../updates/index.ts';
import { CONFIDENCES, type Milestone, MILESTONE_FIELDS, NATIONAL, PHASES } from '../milestones/milestone.ts';
import { SHIPPED } from '../milestones/shipped.ts';
import type { Timeline } from '../milestones/timeline.ts';
import { TIMELINE_TEXTS } from './texts.ts';

export interface KindDeps {
  timeline: Timeline;
  store: EntriesStore;
  desk: Desk;
  clock: Clock;
  /** Regions, by slug, in the order they are offered. */
  regions: readonly { slug: string; name: string }[];
  staffName: (account: string) => Promise<string | undefined>;
}

const MENU_ORDER = 13;

/** Milestones, as their staff pages need to know them. */
export const milestoneKind = (deps: KindDeps): Kind => ({
  ...{ path: '/timeline', fields: MILESTONE_FIELDS, order: MENU_ORDER },
  ...{ store: deps.store, desk: deps.desk, clock: deps.clock, staffName: deps.staffName },
  readers: ['admin', 'editor', 'verifier', 'organiser', 'analyst', 'viewer'],
  words: eachLang(TIMELINE_TEXTS, ({ kind }) => kind),
  title: (content) =>
    [content['date'] ?? '', content['fr_texte'] ?? ''].filter((part) => part !== '').join(' · '),
  async optionsFor({ frame: { lang } }): Promise<Options> {
    const { phases, themes, confidences, national } = TIMELINE_TEXTS[lang];
    return {
      phase: PHASES.map((value) => ({ value, label: phases[value] })),
      theme: THEMES.map((value) => ({ value, label: themes[value] })),
      confiance: CONFIDENCES.map((value) => ({ value, label: confidences[value] })),
      lieu: [
        { value: NATIONAL, label: national },
        ...deps.regions.map(({ slug, name }) => ({ value: slug, label: name })),
      ],
    };
  },
  async begunWith({ query }): Promise<Content> {
    const from = SHIPPED.find(({ key }) => key === query.get('from'));
    return from === undefined ? { lieu: NATIONAL } : contentOf(from);
  },
  above: async (ctx) => {
    const left = await deps.timeline.shipped();
    return left.length === 0 ? null : <Shipped ctx={ctx} left={left} />;
  },
});

/** A shipped milestone as the form begins with it. */
const contentOf = ({
  key,
  date,
  phase,
  theme,
  place,
  texts,
  source,
  link,
  confidence,
}: Milestone): Content => ({
  ...{ date, phase, theme, lieu: place, fr_texte: texts['fr'] ?? '', bm_texte: texts['bm'] ?? '' },
  ...{ source, lien: link, confiance: confidence, cle: key },
});

function Shipped({ ctx, left }: { ctx: StaffContext; left: readonly Milestone[] }): VNode {
  const { lang } = ctx.frame;
  const texts = TIMELINE_TEXTS[lang];
  const writes = ctx.person.role === 'admin' || ctx.person.role === 'editor';
  return (
    <section aria-labelledby="livrees">
      <h2 id="livrees">{texts.shippedTitle}</h2>
      <p>{texts.shippedLead}</p>
      <details>
        <summary>{texts.shippedCount(left.length)}</summary>
        <ul class="entries">
          {left.map(({ key, date, texts: words, source, confidence }) => (
            <li key={key}>
              <p lang="fr">
                <strong>{date}</strong> {words['fr']}
              </p>
              <p class="soft">
                {texts.source} <span lang="fr">{source}</span> · {texts.confidences[confidence]}
              </p>
              {writes ? (
                <p>
                  <a href={`/staff/timeline/new?from=${key}`}>{texts.takeOver}</a>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
