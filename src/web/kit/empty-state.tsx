import type { ComponentChildren, VNode } from 'preact';

interface EmptyStateProps {
  title: string;
  /** What this place is for, and what to do next. */
  children: ComponentChildren;
}

/** Stands where a list has nothing yet. */
export function EmptyState({ title, children }: EmptyStateProps): VNode {
  return (
    <section class="empty">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
