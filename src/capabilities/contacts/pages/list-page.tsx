import type { VNode } from 'preact';
import { Button, Notice, Select, StaffPage, Table } from '../../../web/kit/index.ts';
import { CONTACTS_PATH, countOf, dayWords, importPath, type ListProps } from './page.ts';
import { contactStyles } from './styles.ts';

const NEEDED = ['phone', 'date', 'source', 'wording'];

/** The form for a file, what it must hold, and the files there were. */
export function ListPage({ page }: { page: ListProps }): VNode {
  const { ctx, texts, refused, channels } = page;
  return (
    <StaffPage {...ctx.frame} title={texts.title} lead={texts.lead} styles={contactStyles}>
      {refused === undefined ? null : (
        <Notice tone="error" live>
          <p>{refused}</p>
        </Notice>
      )}
      {channels.length === 0 ? (
        <Notice tone="warning">
          <p>{texts.noChannel}</p>
        </Notice>
      ) : (
        <FileForm page={page} />
      )}
      <Columns page={page} />
      <Imports page={page} />
    </StaffPage>
  );
}

function FileForm({ page: { texts, channels } }: { page: ListProps }): VNode {
  return (
    <section class="contacts-part" aria-labelledby="fichier">
      <h2 id="fichier">{texts.fileTitle}</h2>
      <p>{texts.fileLead}</p>
      <form class="form" method="post" action={CONTACTS_PATH} enctype="multipart/form-data" novalidate>
        <div class="field">
          <label for="file">{texts.file}</label>
          <input id="file" type="file" name="file" accept=".csv,.txt,.tsv,.xlsx" />
        </div>
        <Select
          name="channel"
          label={texts.channel}
          hint={channels.includes('whatsapp-cloud') ? texts.whatsappNote : undefined}
          options={channels.map((value) => ({ value, label: texts.channels[value] ?? value }))}
        />
        <Button>{texts.check}</Button>
      </form>
    </section>
  );
}

function Columns({ page: { texts } }: { page: ListProps }): VNode {
  return (
    <section class="contacts-part" aria-labelledby="colonnes">
      <h2 id="colonnes">{texts.columnsTitle}</h2>
      <Table
        id="colonnes-du-fichier"
        caption={texts.columnsCaption}
        rows={Object.entries(texts.columns)}
        columns={[
          { key: 'name', header: texts.columnHeads.name, names: true, cell: ([, [name]]) => name },
          {
            key: 'needed',
            header: texts.columnHeads.needed,
            cell: ([key]) => (NEEDED.includes(key) ? texts.yes : texts.no),
          },
          { key: 'says', header: texts.columnHeads.says, cell: ([, [, says]]) => says },
        ]}
      />
    </section>
  );
}

function Imports({ page }: { page: ListProps }): VNode {
  const { texts, imports } = page;
  return (
    <section class="contacts-part" aria-labelledby="fichiers">
      <h2 id="fichiers">{texts.importsTitle}</h2>
      {imports.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <Table
          id="fichiers-verifies"
          caption={texts.importsCaption}
          rows={imports}
          columns={[
            {
              key: 'day',
              header: texts.heads.day,
              names: true,
              cell: ({ id, day }) => <a href={importPath(id)}>{texts.open(dayWords(page, day))}</a>,
            },
            { key: 'state', header: texts.heads.state, cell: ({ state }) => texts.states[state] },
            { key: 'rows', header: texts.heads.rows, numeric: true, cell: ({ rows }) => countOf(page, rows) },
            { key: 'good', header: texts.heads.good, numeric: true, cell: ({ good }) => countOf(page, good) },
          ]}
        />
      )}
    </section>
  );
}
