import type { VNode } from 'preact';
import { wordByWord } from '../../compare/words.ts';
import type { PublishingPage } from './page.ts';

interface WasIsProps {
  page: Pick<PublishingPage, 'words'>;
  was?: string | undefined;
  is?: string | undefined;
  /** Of the words themselves, where they are words. */
  lang?: string;
}

/** Two lines of a definition list: how it was and how it is, with what differs marked word by word. */
export function WasIs({ page: { words }, was, is, lang }: WasIsProps): VNode {
  const parts = wordByWord(was ?? '', is ?? '');
  const gone = parts.map((part, nth) =>
    part.kind === 'new' ? null : part.kind === 'gone' ? <del key={nth}>{part.was}</del> : part.was,
  );
  const come = parts.map((part, nth) =>
    part.kind === 'gone' ? null : part.kind === 'new' ? <ins key={nth}>{part.is}</ins> : part.is,
  );
  return (
    <>
      <dd>
        <span class="soft">{words.before}</span>{' '}
        <span lang={lang} dir="auto">
          {was === undefined ? words.none : gone}
        </span>
      </dd>
      <dd>
        <span class="soft">{words.after}</span>{' '}
        <span lang={lang} dir="auto">
          {is === undefined ? words.none : come}
        </span>
      </dd>
    </>
  );
}
