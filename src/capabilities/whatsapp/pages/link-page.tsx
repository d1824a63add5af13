import type { ComponentChildren, VNode } from 'preact';
import { Button, Notice, StaffPage, useWords } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { LinkState } from '../link.ts';
import { linkStyles } from './styles.ts';
import { LINK } from './texts.ts';

interface LinkPageProps {
  ctx: StaffContext;
  /** `undefined`: this house has no such link. */
  link: LinkState | undefined;
  /** The code as an image, while one is to be read. */
  code?: string;
}

/** Where the session with WhatsApp stands, and what can be done about it. */
export function LinkPage({ ctx, link, code }: LinkPageProps): VNode {
  const texts = LINK[ctx.frame.lang];
  // The page itself says what its notice would say.
  const frame = { ...ctx.frame, notices: undefined };
  return (
    <StaffPage {...frame} title={texts.title} lead={texts.lead} styles={linkStyles}>
      <section class="whatsapp-part">
        {link === undefined ? (
          <>
            <h2>{texts.off}</h2>
            <p>{texts.offHow}</p>
          </>
        ) : (
          <>
            <h2>{texts.states[link.state]}</h2>
            {code === undefined ? <Stage link={link} /> : <Code image={code} />}
          </>
        )}
        {link !== undefined && looksAgain(link) ? <Refresh /> : null}
      </section>
    </StaffPage>
  );
}

/** Whether something goes on that is worth another look by itself. */
export const looksAgain = ({ state }: LinkState): boolean => state !== 'ready' && state !== 'unlinked';

function Stage({ link }: { link: LinkState }): ComponentChildren {
  const texts = useWords(LINK);
  switch (link.state) {
    case 'no_chromium':
      return <p>{texts.chromiumHow}</p>;
    case 'starting':
    case 'waiting':
      return <p>{texts.startingHow}</p>;
    case 'pairing':
      return <p>{texts.pairingHow}</p>;
    case 'ready':
      return <p>{texts.readyHow(link.account)}</p>;
    case 'unlinked':
      return <Unlinked why={link.why} />;
    case 'away':
      return <Away {...link} />;
  }
}

function Code({ image }: { image: string }): VNode {
  const texts = useWords(LINK);
  return (
    <>
      <ol>
        {texts.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <img class="whatsapp-code" src={image} alt={texts.codeAlt} width="320" height="320" />
      <Notice tone="warning">
        <p>{texts.codeWarning}</p>
      </Notice>
    </>
  );
}

function Unlinked({ why }: { why: 'logged_out' | 'banned' }): VNode {
  const texts = useWords(LINK);
  return (
    <>
      <p>{texts.whyUnlinked[why]}</p>
      <p>{texts.pairAgainWhat}</p>
      <form method="post" action="/staff/whatsapp/pair-again">
        <Button>{texts.pairAgain}</Button>
      </form>
    </>
  );
}

function Away({ code, afterMs }: { code: string; afterMs: number }): VNode {
  const texts = useWords(LINK);
  const known = Object.hasOwn(texts.codes, code) ? texts.codes[code] : undefined;
  return (
    <>
      <p>{texts.awayHow(Math.ceil(afterMs / 1000))}</p>
      <p>{known ?? texts.code(code)}</p>
    </>
  );
}

function Refresh(): VNode {
  const texts = useWords(LINK);
  return (
    <p>
      {texts.refresh} <a href="/staff/whatsapp">{texts.look}</a>
    </p>
  );
}
