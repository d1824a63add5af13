import type { VNode } from 'preact';
import { useWords } from '../../kit/index.ts';
import { REVEAL } from './texts.ts';

interface MaskedProps {
  /** The page with the `RevealForm`. */
  href: string;
  /** What is behind it, for those who hear the page: `le nom du ticket 4`. */
  what: string;
}

/** Stands where a name or a number would: dots, and the way to uncover it. */
export function Masked({ href, what }: MaskedProps): VNode {
  const texts = useWords(REVEAL);
  return (
    <>
      <span aria-hidden="true">{texts.masked} </span>
      <a href={href}>
        {texts.show}
        <span class="unseen"> {what}</span>
      </a>
    </>
  );
}
