import type { VNode } from 'preact';
import { labelled, Notice, StaffPage, Table } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { shownIn } from '../shown.ts';
import type { KeysRead } from './ports.ts';
import { KEYS } from './texts.ts';

/** Ages of keys, and plainly what does not exist yet. */
export function KeysPage({ ctx, keys }: { ctx: StaffContext; keys: KeysRead }): VNode {
  const texts = KEYS[ctx.frame.lang];
  const { count } = shownIn(ctx.frame.lang);
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead}>
      <section aria-labelledby="cles">
        <h2 id="cles">{texts.keysTitle}</h2>
        <Table
          id="epoques"
          caption={texts.caption}
          captionUnseen
          rows={keys.epochs}
          columns={[
            {
              key: 'epoch',
              header: texts.epoch,
              names: true,
              cell: ({ epoch, current }) => (current ? `${epoch} (${texts.current})` : epoch),
            },
            { key: 'age', header: texts.age, cell: ({ days }) => texts.ageOf(days) },
            { key: 'people', header: texts.people, numeric: true, cell: ({ people }) => count(people) },
          ]}
        />
        <p>
          {labelled(texts.file, ctx.frame.lang)} {keys.apart ? texts.apart : texts.beside}.
        </p>
      </section>
      <section>
        <h2 id="publication">{texts.publishingTitle}</h2>
        <p>{texts.publishing}</p>
        <Table
          id="cles-publication"
          caption={texts.publishingTitle}
          captionUnseen
          rows={keys.publishing}
          columns={[
            { key: 'kid', header: texts.kid, names: true, cell: ({ kid }) => <code>{kid}</code> },
            { key: 'since', header: texts.since, cell: ({ since }) => since },
            {
              key: 'state',
              header: texts.state,
              cell: ({ current, stolen }) => (stolen ? texts.stolen : current ? texts.signs : texts.replaced),
            },
          ]}
        />
        <p>
          <a href="/.well-known/benkan-keys.json">{texts.publicKeys}</a>
        </p>
      </section>
      <section aria-labelledby="changer">
        <h2 id="changer">{texts.rotateTitle}</h2>
        <p>{texts.rotate}</p>
      </section>
      <section aria-labelledby="sauvegardes">
        <h2 id="sauvegardes">{texts.backupsTitle}</h2>
        <Notice tone="warning">
          <p>{texts.backups}</p>
        </Notice>
      </section>
    </StaffPage>
  );
}
