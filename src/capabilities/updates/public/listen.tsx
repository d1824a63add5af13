import type { VNode } from 'preact';
import { plainly, Say } from '../../../web/public/index.ts';
import type { NewsPage } from './page.ts';
import { sizeWords } from './size-words.ts';

/** A recording of an item, as the page needs it. */
export interface Recording {
  id: string;
  type: string;
  bytes: number;
}

/** What it costs is said before it is fetched: nothing of it comes with the page. */
export function Listen({ page, recording }: { page: NewsPage; recording: Recording }): VNode {
  const { audio } = page.words;
  const path = `/media/${recording.id}`;
  return (
    <div class="item-audio">
      <audio controls preload="none" src={path} aria-label={plainly(audio.play)} />
      <a href={path} type={recording.type}>
        <Say of={audio.fetch(plainly(sizeWords(page.words, recording.bytes)))} />
      </a>
    </div>
  );
}
