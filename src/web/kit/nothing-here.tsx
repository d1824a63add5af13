import type { VNode } from 'preact';
import { StaffPage, type StaffFrame } from './staff-page.tsx';

interface NothingHereProps {
  frame: StaffFrame;
  /** Where the way back leads, below `/staff`. */
  back: string;
  texts: { notFoundTitle: string; notFound: string; back: string };
}

/** The page of an address nothing of the reader's own stands at. */
export function NothingHere({ frame, back, texts }: NothingHereProps): VNode {
  return (
    <StaffPage {...frame} title={texts.notFoundTitle} lead={texts.notFound}>
      <p>
        <a href={back}>{texts.back}</a>
      </p>
    </StaffPage>
  );
}
