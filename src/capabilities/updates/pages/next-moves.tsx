import type { VNode } from 'preact';
import { Button, ButtonLink, Notice } from '../../../web/kit/index.ts';
import { CORRECTABLE, type Move, MOVES, obstacle, RULES, WRITERS } from '../model/lifecycle.ts';
import { lacksOf, missingIn } from '../model/missing.ts';
import type { Update } from '../model/update.ts';
import { itemPath, languageWords, type Page } from './page.ts';

/** Moves with a page of their own; handing in needs none. Rejection stands on the page of verification. */
const PAGES: Partial<Record<Move, string>> = {
  edit: '/edit',
  verify: '/verify',
  publish: '/publish',
  withdraw: '/withdraw',
};

/** What can be done next, and by whom; before anything is handed in, what is missing in each language. */
export function NextMoves({ page, update }: { page: Page; update: Update }): VNode {
  const { texts } = page;
  const moves = MOVES.filter((move) => move !== 'reject' && RULES[move].from.includes(update.state));
  return (
    <section aria-labelledby="suite">
      <h2 id="suite">{texts.toDo}</h2>
      {update.state === 'draft' ? <Missing page={page} update={update} /> : null}
      {moves.length === 0 ? (
        <p>{texts.nothingToDo}</p>
      ) : (
        <ul class="moves">
          {/* What can be put right is not taken away: that comes last. */}
          {update.state === CORRECTABLE ? <BeginCorrection page={page} update={update} /> : null}
          {moves.map((move) => (
            <NextMove key={move} page={page} update={update} move={move} />
          ))}
        </ul>
      )}
    </section>
  );
}

function BeginCorrection({ page, update }: { page: Page; update: Update }): VNode {
  const { ctx, texts } = page;
  const roles = WRITERS.map((role) => texts.roles[role] ?? role).join(texts.or);
  return (
    <li>
      {WRITERS.includes(ctx.person.role) ? (
        <ButtonLink look="quiet" href={itemPath(update, '/correct')}>
          {texts.correct}
        </ButtonLink>
      ) : (
        <p>
          <strong>{texts.correct}</strong> <span class="soft">({texts.by(roles)})</span>
        </p>
      )}
    </li>
  );
}

function NextMove({ page, update, move }: { page: Page; update: Update; move: Move }): VNode {
  const { ctx, texts } = page;
  const stands = obstacle(update, move, ctx.person);
  const lacks = move === 'submit' && lacksOf(update, page.today).length > 0;
  const roles = RULES[move].roles.map((role) => texts.roles[role] ?? role).join(texts.or);
  const path = PAGES[move];
  const main = move === 'edit' ? 'quiet' : move === 'withdraw' ? 'danger' : 'main';
  return (
    <li>
      {stands !== undefined || lacks ? (
        <p>
          <strong>{texts.moves[move]}</strong> <span class="soft">({texts.by(roles)})</span>
          {stands === 'role' ? null : <br />}
          {stands === 'role' ? null : stands === undefined ? texts.incomplete : texts.obstacles[stands]}
        </p>
      ) : path === undefined ? (
        <form method="post" action={itemPath(update, '/submit')}>
          <input type="hidden" name="seen" value={update.hash} />
          <Button look={main}>{texts.moves[move]}</Button>
        </form>
      ) : (
        <ButtonLink look={main} href={itemPath(update, path)}>
          {texts.moves[move]}
        </ButtonLink>
      )}
    </li>
  );
}

function Missing({ page, update }: { page: Page; update: Update }): VNode {
  const { texts, languages, today } = page;
  const lacks = lacksOf(update, today);
  return (
    <Notice tone={lacks.length > 0 ? 'warning' : 'info'}>
      <p>
        <strong>{texts.lacksTitle}</strong>
      </p>
      <ul>
        {lacks.map(({ what }) => (
          <li key={what}>{texts.lacks[what]}</li>
        ))}
        {languages.map((lang) => {
          const missing = missingIn(update.content, lang);
          const language = languageWords(page, lang);
          if (missing.length === 0) return <li key={lang}>{texts.whole(language)}</li>;
          const parts = missing.map((part) => texts.missingParts[part]).join(', ');
          const another = missing.some((part) => part !== 'audio');
          return (
            <li key={lang}>
              {texts.missingIn(language, parts)} {another ? texts.otherLanguage(language) : null}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
