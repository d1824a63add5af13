import type { VNode } from 'preact';
import { langOf, plainly, type PublicContext, PublicPage, Say } from '../../../../web/public/index.ts';
import { VERIFY } from './words.ts';

/** Nothing was published under what was asked for; said so that nobody hears "false". */
export function UnknownPage({ ctx }: { ctx: PublicContext }): VNode {
  const words = VERIFY[ctx.lang];
  return (
    <PublicPage {...ctx.frame} title={words.unknown.title} lead={<Say of={words.unknown.text} />}>
      <p class="actions">
        <a class="button button-main" href={ctx.to('/verify')} lang={langOf(words.again)}>
          {plainly(words.again)}
        </a>
        <a class="button button-quiet" href="/" lang={langOf(words.ask)}>
          {plainly(words.ask)}
        </a>
      </p>
    </PublicPage>
  );
}
