import type { VNode } from 'preact';
import { Button, Table, useLang, useWords } from '../../../web/kit/index.ts';
import { OWN_ACCOUNT } from '../../../web/staff/index.ts';
import { type ShownSession, when } from './shown.ts';
import { OWN } from './texts.ts';

/** Where one is signed in: times only, for nothing else is kept. */
export function SessionTable({ sessions }: { sessions: readonly ShownSession[] }): VNode {
  const texts = useWords(OWN).sessions;
  const lang = useLang();
  return (
    <>
      <Table
        id="mes-connexions"
        caption={texts.caption(sessions.length)}
        rows={sessions}
        columns={[
          {
            key: 'opened',
            header: texts.openedAt,
            names: true,
            cell: ({ openedAt, here, byKey }) => (
              <>
                {when(openedAt, lang)}
                {here ? <strong> ({texts.this})</strong> : null}
                <span class="account-mail">{byKey ? texts.byKey : texts.byCode}</span>
              </>
            ),
          },
          { key: 'seen', header: texts.seenAt, cell: ({ seenAt }) => when(seenAt, lang) },
          {
            key: 'end',
            header: texts.end,
            cell: ({ ref, openedAt }) => (
              <form method="post" action={`${OWN_ACCOUNT}/sessions/${ref}/end`}>
                <button
                  class="button button-quiet"
                  type="submit"
                  aria-label={texts.endOf(when(openedAt, lang))}
                >
                  {texts.end}
                </button>
              </form>
            ),
          },
        ]}
      />
      {sessions.length < 2 ? null : (
        <form method="post" action={`${OWN_ACCOUNT}/sessions/others`}>
          <Button look="quiet">{texts.endOthers}</Button>
        </form>
      )}
    </>
  );
}
