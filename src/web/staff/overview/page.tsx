import type { ComponentChildren, VNode } from 'preact';
import { EmptyState, LinkCards, Live, liveScripts, StaffPage } from '../../kit/index.ts';
import type { MenuEntry } from '../menu.ts';
import type { GatheredNeeds } from '../needs.ts';
import type { StaffContext } from '../route.ts';
import { NeedsList } from './needs-list.tsx';
import { overviewStyles } from './styles.ts';
import { OVERVIEW } from './texts.ts';

/** Without scripts the browser looks again by itself; nobody types on this page. */
const LOOK_AGAIN_S = 60;

export interface OverviewPageProps {
  ctx: StaffContext;
  menu: readonly MenuEntry[];
  gathered: GatheredNeeds;
  /** Differs once something else waits. */
  mark: string;
  now: number;
  /** What the capabilities say here. */
  more?: ComponentChildren;
}

/** Where a person lands: what needs them now, how things stand, and what their role can open (W1). */
export function OverviewPage({ ctx, menu, gathered, mark, now, more }: OverviewPageProps): VNode {
  const { lang } = ctx.frame;
  const texts = OVERVIEW[lang];
  return (
    <StaffPage
      {...ctx.frame}
      title={texts.title}
      lead={texts.lead(ctx.person.name)}
      styles={overviewStyles}
      scripts={liveScripts}
      againUnscripted={LOOK_AGAIN_S}
    >
      {menu.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{texts.empty}</p>
        </EmptyState>
      ) : (
        <Live id="attentes" stream="/staff/overview/live" mark={mark} page="/staff">
          <NeedsList gathered={gathered} lang={lang} now={now} />
        </Live>
      )}
      {more}
      {menu.length === 0 ? null : <Cards menu={menu} title={texts.pages} />}
    </StaffPage>
  );
}

const Cards = ({ menu, title }: { menu: readonly MenuEntry[]; title: string }): VNode => (
  <section aria-labelledby="pages">
    <h2 id="pages">{title}</h2>
    <LinkCards entries={menu} />
  </section>
);
