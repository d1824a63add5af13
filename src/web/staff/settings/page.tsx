import type { VNode } from 'preact';
import { EmptyState, LinkCards, StaffPage } from '../../kit/index.ts';
import type { SettingsEntry } from '../menu.ts';
import { SETTINGS_PARTS, type StaffContext } from '../route.ts';
import { SETTINGS } from './texts.ts';

/** Everything that can be set, in the parts a person looks for it in. */
export function SettingsPage({
  ctx,
  entries,
}: {
  ctx: StaffContext;
  entries: readonly SettingsEntry[];
}): VNode {
  const texts = SETTINGS[ctx.frame.lang];
  const parts = SETTINGS_PARTS.map((part) => ({
    part,
    entries: entries.filter(({ under }) => under === part),
  })).filter((one) => one.entries.length > 0);
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead}>
      {parts.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>
          <p>{texts.empty}</p>
        </EmptyState>
      ) : (
        parts.map(({ part, entries: of }) => (
          <section key={part} aria-labelledby={`reglages-${part}`}>
            <h2 id={`reglages-${part}`}>{texts.parts[part]}</h2>
            <LinkCards entries={of} />
          </section>
        ))
      )}
    </StaffPage>
  );
}
