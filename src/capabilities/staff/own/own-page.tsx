import type { VNode } from 'preact';
import { ButtonLink, Notice, StaffPage, useWords } from '../../../web/kit/index.ts';
import { MOST_KEYS, OWN_ACCOUNT, type StaffContext } from '../../../web/staff/index.ts';
import { accountStyles } from '../pages/styles.ts';
import { KeyTable } from './key-table.tsx';
import { SessionTable } from './session-table.tsx';
import type { ShownKey, ShownSession } from './shown.ts';
import { OWN } from './texts.ts';

interface OwnPageProps {
  ctx: StaffContext;
  keys: readonly ShownKey[];
  sessions: readonly ShownSession[];
  /** Whether browsers offer keys at our address. */
  possible: boolean;
  /** Whether the role owes a key. */
  required: boolean;
  refused?: string;
}

/** What protects one's own access, and where it is open. */
export function OwnPage(props: OwnPageProps): VNode {
  const { ctx, sessions, refused } = props;
  const texts = OWN[ctx.frame.lang];
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={accountStyles}>
      {refused === undefined ? null : (
        <Notice tone="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      <div class="own">
        <section aria-labelledby="cles">
          <h2 id="cles">{texts.keys.title}</h2>
          <Keys {...props} />
        </section>
        <section aria-labelledby="connexions">
          <h2 id="connexions">{texts.sessions.title}</h2>
          <p>{texts.sessions.lead}</p>
          <SessionTable sessions={sessions} />
        </section>
        <section aria-labelledby="mot-de-passe">
          <h2 id="mot-de-passe">{texts.password.title}</h2>
          <p>{texts.password.lead}</p>
          <p>
            <ButtonLink href={`${OWN_ACCOUNT}/password`} look="quiet">
              {texts.password.change}
            </ButtonLink>
          </p>
        </section>
      </div>
    </StaffPage>
  );
}

function Keys({ keys, possible, required }: OwnPageProps): VNode {
  const texts = useWords(OWN).keys;
  return (
    <>
      <p>
        {texts.lead} {required ? texts.required : null}
      </p>
      {keys.length === 0 ? <p>{texts.none}</p> : <KeyTable keys={keys} />}
      {!possible ? (
        <p>{texts.impossible}</p>
      ) : keys.length >= MOST_KEYS ? (
        <p>{texts.full}</p>
      ) : (
        <p>
          <ButtonLink href={`${OWN_ACCOUNT}/keys/new`} look={keys.length === 0 ? 'main' : 'quiet'}>
            {texts.add}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
