import type { VNode } from 'preact';
import type { Board } from '../../../conversation/board.ts';
import { Button, ButtonLink, Field, Notice, useWords } from '../../../web/kit/index.ts';
import { RULES } from '../model/lifecycle.ts';
import type { Update } from '../model/update.ts';
import { itemPath, type Page } from '../pages/page.ts';
import type { Post } from './post.ts';
import { POSTS } from './texts.ts';
import type { PostTexts } from './texts.fr.ts';

/** What is known of the post of an item's number. */
export interface Seen {
  board: Pick<Board, 'name' | 'linkTo'> | undefined;
  post: Post | null;
  /** It says the version before still. */
  stale: boolean;
}

/** A link somebody gave, and why it is none. */
export interface Given {
  link: string;
  fault: string;
}

interface SectionProps {
  page: Page;
  update: Update;
  seen: Seen;
  given?: Given | undefined;
}

/** Where an item stands on the public board, and what can be done about it. */
export function PostSection(props: SectionProps): VNode {
  const { seen, update } = props;
  const texts = useWords(POSTS);
  return (
    <section aria-labelledby="chaine">
      <h2 id="chaine">{texts.title}</h2>
      {seen.post !== null ? (
        <Standing {...props} texts={texts} post={seen.post} />
      ) : seen.board === undefined ? (
        <p class="soft">{texts.off}</p>
      ) : update.demo ? (
        <p>{texts.example}</p>
      ) : (
        <>
          <p>{texts.notYet(seen.board.name)}</p>
          <ToPost {...props} texts={texts} label={texts.begin(seen.board.name)} />
        </>
      )}
    </section>
  );
}

type WithTexts = SectionProps & { texts: PostTexts };

function Standing({ post, texts, ...props }: WithTexts & { post: Post }): VNode {
  const { state, place, code, board } = post;
  const { seen } = props;
  const doubtful = state === 'unknown' || state === 'gone' || state === 'failed';
  const link = place === undefined || seen.board?.name !== board ? undefined : seen.board.linkTo(place);
  return (
    <>
      {doubtful ? (
        <Notice tone="warning">
          <p>{texts.states[state](board)}</p>
          {code === undefined || state === 'unknown' ? null : <p>{codeWords(texts, code)}</p>}
        </Notice>
      ) : (
        <p>
          <strong>{texts.states[state](board)}</strong>{' '}
          {link === undefined ? null : <a href={link}>{texts.see}</a>}
        </p>
      )}
      {state === 'posted' ? <Says {...{ texts, post, stale: seen.stale }} /> : null}
      {state === 'waiting' && code !== undefined ? <p>{codeWords(texts, code)}</p> : null}
      {state === 'unknown' ? <Doubt {...props} texts={texts} /> : null}
      {state === 'failed' || state === 'gone' ? (
        <ToPost {...props} texts={texts} label={texts.again} />
      ) : null}
    </>
  );
}

function Says({ texts, post, stale }: { texts: PostTexts; post: Post; stale: boolean }): VNode {
  const { shows, code } = post;
  const version = String(shows?.version ?? 1);
  return (
    <>
      <p>
        {shows?.kind === 'withdrawn' ? texts.says.withdrawn : texts.says[shows?.kind ?? 'published'](version)}
      </p>
      {stale ? (
        <Notice tone="warning">
          <p>{texts.stale}</p>
          {code === undefined ? null : <p>{codeWords(texts, code)}</p>}
        </Notice>
      ) : null}
    </>
  );
}

/** Nobody can know but who looks. */
function Doubt({ page, update, texts, given }: WithTexts): VNode | null {
  if (!mayPost(page)) return <Who page={page} texts={texts} />;
  return (
    <div class="post-doubt">
      <form class="form" method="post" action={itemPath(update, '/post/found')}>
        <h3>{texts.foundLead}</h3>
        <Field
          name="message"
          label={texts.link}
          hint={texts.foundHint}
          value={given?.link}
          error={given && texts.linkFaults[given.fault]}
        />
        <Button look="quiet">{texts.found}</Button>
      </form>
      <form class="form" method="post" action={itemPath(update, '/post')}>
        <h3>{texts.notThereLead}</h3>
        <input type="hidden" name="not_there" value="1" />
        {update.state === 'published' ? null : <p>{texts.notThereWithdrawn}</p>}
        <Button look="quiet">{update.state === 'published' ? texts.notThere : texts.absent}</Button>
      </form>
    </div>
  );
}

/** Only what holds today is posted. */
function ToPost({ page, update, texts, label }: WithTexts & { label: string }): VNode | null {
  if (update.state !== 'published') return null;
  if (!mayPost(page)) return <Who page={page} texts={texts} />;
  return (
    <p>
      <ButtonLink look="quiet" href={itemPath(update, '/post')}>
        {label}
      </ButtonLink>
    </p>
  );
}

const mayPost = ({ ctx }: Page): boolean => RULES.publish.roles.includes(ctx.person.role);

const Who = ({ page, texts }: { page: Page; texts: PostTexts }): VNode => (
  <p class="soft">
    {texts.only(RULES.publish.roles.map((role) => page.texts.roles[role] ?? role).join(page.texts.or))}
  </p>
);

/** What stands in the way, in words with what to do; a code nobody has words for as it is. */
const codeWords = (texts: PostTexts, code: string): string =>
  texts.codes[code] ?? texts.standings[code] ?? texts.otherCode(code);
