import type { VNode } from 'preact';
import type { Board, BoardStanding } from '../../../conversation/board.ts';
import { Button, Notice, StaffPage } from '../../../web/kit/index.ts';
import type { Update } from '../model/update.ts';
import { itemPath, type Page } from '../pages/page.ts';
import { updateStyles } from '../pages/styles.ts';
import { POSTS } from './texts.ts';

/** What would be posted, word by word, and whether the board takes it. */
export function PostPage({
  page,
  update,
  board,
  standing,
  words,
}: {
  page: Page;
  update: Update;
  board: Board;
  standing: BoardStanding;
  words: string;
}): VNode {
  const { ctx, texts } = page;
  const post = POSTS[ctx.frame.lang];
  return (
    <StaffPage {...ctx.frame} title={post.pageTitle} lead={post.pageLead(board.name)} styles={updateStyles}>
      <p>
        <a href={itemPath(update)}>{texts.backToItem}</a>
      </p>
      {standing === 'open' ? null : (
        <Notice tone="warning">
          <p>{post.standings[standing]}</p>
        </Notice>
      )}
      <h2>{post.words}</h2>
      <p class="post-words" dir="auto">
        {words}
      </p>
      {standing === 'open' || standing === 'no_answer' ? (
        <form class="form" method="post" action={itemPath(update, '/post')}>
          <Button>{post.confirm}</Button>
        </form>
      ) : null}
    </StaffPage>
  );
}
