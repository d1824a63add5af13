import type { VNode } from 'preact';
import type { Asset } from './assets.ts';
import { ButtonLink } from './button.tsx';
import { Notice } from './notice.tsx';
import { type StaffFrame, StaffPage } from './staff-page.tsx';

interface RefusedMoveProps {
  frame: StaffFrame;
  styles: readonly Asset[];
  title: string;
  why: string | undefined;
  /** Who did what to it last, so that whoever lost a race knows to whom. */
  last: string | undefined;
  /** The way to what was to be moved on. */
  item: { href: string; label: string };
}

/** The page of a move that is not made: why, and what was done last. */
export const RefusedMove = ({ frame, styles, title, why, last, item }: RefusedMoveProps): VNode => (
  <StaffPage {...frame} title={title} styles={styles}>
    <Notice tone="error" live>
      <p>{why}</p>
    </Notice>
    {last === undefined ? null : <p>{last}</p>}
    <p>
      <ButtonLink href={item.href}>{item.label}</ButtonLink>
    </p>
  </StaffPage>
);
