import { Fault } from '../../../domain/faults.ts';
import { Notice, StaffPage } from '../../../web/kit/index.ts';
import type { StaffAnswer, StaffContext, UploadedFile } from '../../../web/staff/index.ts';
import type { Update } from '../model/update.ts';
import { itemPath } from './page.ts';
import type { UpdateTexts } from './texts.fr.ts';
import { UPDATES } from './texts.ts';

/** What the page about a file says: its title, that none was chosen, that the one that came is no good. */
type FileWords = (texts: UpdateTexts) => { title: string; none: string; refused: string };

/** Does something with the file a form brought; one that is missing, or that its store refuses, is answered by a page. */
export async function withSentFile(
  { ctx, update, words }: { ctx: StaffContext; update: Update; words: FileWords },
  work: (file: UploadedFile) => Promise<StaffAnswer>,
): Promise<StaffAnswer> {
  const texts = UPDATES[ctx.frame.lang];
  const { title, none, refused } = words(texts);
  const answer = (why: string): StaffAnswer => ({
    kind: 'page',
    status: 400,
    page: (
      <StaffPage {...ctx.frame} title={title}>
        <Notice tone="error" live>
          <p>{why}</p>
        </Notice>
        <p>
          <a href={itemPath(update)}>{texts.backToItem}</a>
        </p>
      </StaffPage>
    ),
  });
  if (ctx.file === undefined) return answer(none);
  try {
    return await work(ctx.file);
  } catch (cause) {
    if (!(cause instanceof Fault) || !cause.code.startsWith('media_')) throw cause;
    return answer(refused);
  }
}
