import type { VNode } from 'preact';
import { Button, ButtonLink } from '../../../web/kit/index.ts';
import type { Broadcast } from '../model/broadcast.ts';
import { comesUp, lacksSecond, type Move, obstacle, RULES, STOPPERS } from '../model/lifecycle.ts';
import { SENDING } from '../model/states.ts';
import { itemPath, type Page } from './page.ts';

interface NextMovesProps {
  page: Page;
  broadcast: Broadcast;
  /** It takes a second person: nobody launches it alone. */
  takesTwo: boolean;
}

/** In the order in which they come up; sending back stands on the page of approval. */
const SHOWN = ['launch', 'submit', 'approve', 'edit', 'cancel'] as const satisfies readonly Move[];

/** What can be done next, and by whom. */
export function NextMoves({ page, broadcast, takesTwo }: NextMovesProps): VNode | null {
  const moves = SHOWN.filter((move) => comesUp(broadcast, move) && !(move === 'launch' && takesTwo));
  const sent = [...SENDING, 'stopped'].some((each) => each === broadcast.state);
  if (moves.length === 0 && !sent) return null;
  const { texts, ctx } = page;
  const stops = STOPPERS.includes(ctx.person.role);
  return (
    <section aria-labelledby="suite">
      <h2 id="suite">{texts.toDo}</h2>
      <ul class="moves">
        {moves.map((move) => (
          <li key={move}>
            <NextMove {...{ page, broadcast, move }} isFirst={move === moves[0]} />
          </li>
        ))}
        {sent && stops ? <Orders page={page} broadcast={broadcast} /> : null}
      </ul>
    </section>
  );
}

function NextMove({
  page,
  broadcast,
  move,
  isFirst,
}: {
  page: Page;
  broadcast: Broadcast;
  move: (typeof SHOWN)[number];
  isFirst: boolean;
}): VNode {
  const { ctx, texts } = page;
  const stands = obstacle(broadcast, move, ctx.person, page.now);
  if (stands === 'role') {
    const roles = RULES[move].roles.map((role) => texts.roles[role] ?? role).join(texts.or);
    return (
      <p>
        <strong>{texts[move]}</strong> <span class="soft">({texts.by(roles)})</span>
      </p>
    );
  }
  if (stands !== undefined)
    return (
      <p>
        <strong>{texts[move]}</strong> <span class="soft">{texts.obstacles[stands]}</span>
      </p>
    );
  if (move === 'submit')
    return (
      <form method="post" action={itemPath(broadcast, '/submit')}>
        <input type="hidden" name="seen" value={broadcast.hash} />
        <Button look={isFirst ? 'main' : 'quiet'}>{texts.submit}</Button>
      </form>
    );
  const look = move === 'launch' || move === 'approve' ? 'main' : 'quiet';
  return (
    <ButtonLink look={look} href={itemPath(broadcast, `/${move}`)}>
      {texts[move]}
    </ButtonLink>
  );
}

/** What is done with one that is being sent. */
function Orders({ page: { texts }, broadcast }: { page: Page; broadcast: Broadcast }): VNode {
  const { state } = broadcast;
  const waits = state === 'planning' || lacksSecond(broadcast);
  const order = state === 'canary' || state === 'running' ? 'pause' : waits ? undefined : 'resume';
  return (
    <>
      {order === undefined ? null : (
        <li>
          <form method="post" action={itemPath(broadcast, `/${order}`)}>
            <Button>{texts[order]}</Button>
          </form>
        </li>
      )}
      <li>
        <ButtonLink look="quiet" href={itemPath(broadcast, '/cancel')}>
          {texts.cancel}
        </ButtonLink>
      </li>
    </>
  );
}
