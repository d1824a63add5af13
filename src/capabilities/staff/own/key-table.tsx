import type { VNode } from 'preact';
import { Table, useLang, useWords } from '../../../web/kit/index.ts';
import { OWN_ACCOUNT } from '../../../web/staff/index.ts';
import { type ShownKey, when } from './shown.ts';
import { OWN } from './texts.ts';

/** One's own keys, each with the way out. */
export function KeyTable({ keys }: { keys: readonly ShownKey[] }): VNode {
  const texts = useWords(OWN).keys;
  const lang = useLang();
  return (
    <Table
      id="mes-cles"
      caption={texts.caption(keys.length)}
      rows={keys}
      columns={[
        {
          key: 'name',
          header: texts.name,
          names: true,
          cell: ({ name, addedAt }) => (
            <>
              {name}
              <span class="account-mail">{texts.addedAt(when(addedAt, lang))}</span>
            </>
          ),
        },
        {
          key: 'used',
          header: texts.usedAt,
          cell: ({ usedAt }) => (usedAt === undefined ? texts.never : when(usedAt, lang)),
        },
        {
          key: 'remove',
          header: texts.remove,
          cell: ({ ref, name }) => (
            <form method="post" action={`${OWN_ACCOUNT}/keys/${ref}/remove`}>
              <button class="button button-danger" type="submit" aria-label={texts.removeOf(name)}>
                {texts.remove}
              </button>
            </form>
          ),
        },
      ]}
    />
  );
}
