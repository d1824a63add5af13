import type { VNode } from 'preact';
import type { Lang } from '../../../domain/language.ts';
import {
  Button,
  ButtonLink,
  EmptyState,
  Field,
  Notice,
  StaffPage,
  Table,
  TextArea,
} from '../../../web/kit/index.ts';
import type { CannedReply } from '../ports.ts';
import { languageName, type Page } from './page.ts';
import { inboxStyles } from './styles.ts';

export const CANNED_PATH = '/staff/replies';

export interface TypedCanned {
  title: string;
  texts: Readonly<Record<Lang, string>>;
  /** Guards against two who edit at once. */
  rev: number;
}

/** What is ready to be said, and in which languages. */
export function CannedListPage({ page, replies }: { page: Page; replies: readonly CannedReply[] }): VNode {
  const texts = page.texts.replies;
  return (
    <StaffPage {...page.ctx.frame} title={texts.menu} lead={texts.lead} styles={inboxStyles}>
      <p>
        <ButtonLink href={`${CANNED_PATH}/new`}>{texts.add}</ButtonLink>
      </p>
      {replies.length === 0 ? (
        <EmptyState title={texts.none}>
          <p>{texts.noneWhat}</p>
        </EmptyState>
      ) : (
        <Table
          id="reponses"
          caption={texts.menu}
          captionUnseen
          rows={replies}
          columns={[
            {
              key: 'title',
              header: texts.title,
              names: true,
              cell: ({ id, title }) => <a href={`${CANNED_PATH}/${id}`}>{title}</a>,
            },
            {
              key: 'languages',
              header: texts.languages,
              cell: (reply) =>
                languagesOf(reply)
                  .map((lang) => languageName(page, lang))
                  .join(', '),
            },
          ]}
        />
      )}
    </StaffPage>
  );
}

interface CannedFormPageProps {
  page: Page;
  /** `null`: a new one. */
  id: string | null;
  typed: TypedCanned;
  error?: string;
}

/** One canned reply, a field for each language. */
export function CannedFormPage({ page, id, typed, error }: CannedFormPageProps): VNode {
  const texts = page.texts.replies;
  const path = `${CANNED_PATH}/${id ?? 'new'}`;
  return (
    <StaffPage
      {...page.ctx.frame}
      title={id === null ? texts.add : typed.title}
      lead={texts.lead}
      styles={inboxStyles}
    >
      <p>
        <a href={CANNED_PATH}>{texts.back}</a>
      </p>
      {error === undefined ? null : (
        <Notice tone="error" live>
          <p>{error}</p>
        </Notice>
      )}
      <form class="form" method="post" action={path}>
        <input type="hidden" name="rev" value={String(typed.rev)} />
        <Field
          name="title"
          label={texts.title}
          hint={texts.titleHint}
          value={typed.title}
          maxLength={80}
          autocomplete="off"
        />
        {page.parts.languages.map((lang) => (
          <TextArea
            key={lang}
            name={`text_${lang}`}
            label={texts.textIn(languageName(page, lang))}
            lang={lang}
            required={false}
            value={typed.texts[lang]}
          />
        ))}
        <Button>{texts.save}</Button>
      </form>
      {id === null ? null : (
        <p class="actions">
          <ButtonLink look="danger" href={`${path}/remove`}>
            {texts.remove}
          </ButtonLink>
        </p>
      )}
    </StaffPage>
  );
}

/** Asks once more before it is gone. */
export function CannedRemovePage({
  page,
  reply,
  error,
}: {
  page: Page;
  reply: CannedReply;
  error?: string;
}): VNode {
  const texts = page.texts.replies;
  return (
    <StaffPage
      {...page.ctx.frame}
      title={texts.removeTitle}
      lead={texts.removeLead(reply.title)}
      styles={inboxStyles}
    >
      {error === undefined ? null : (
        <Notice tone="error" live>
          <p>{error}</p>
        </Notice>
      )}
      <form class="talk-moves" method="post" action={`${CANNED_PATH}/${reply.id}/remove`}>
        <input type="hidden" name="rev" value={String(reply.rev)} />
        <Button look="danger">{texts.removeNow}</Button>
        <a href={`${CANNED_PATH}/${reply.id}`}>{texts.back}</a>
      </form>
    </StaffPage>
  );
}

const languagesOf = ({ texts }: CannedReply): Lang[] =>
  Object.entries(texts).flatMap(([lang, text]) => (text === '' ? [] : [lang]));
