import type { VNode } from 'preact';
import { Button, StaffPage, TextArea } from '../../../web/kit/index.ts';
import type { Heard } from '../reader.ts';
import { aboutFile, countWords, filePath, type Page } from './page.ts';
import { mediaStyles } from './styles.ts';

/** As long as a message anybody types; more than two minutes of speech. */
export const LONGEST_WORDS = 4096;

interface FilePageProps {
  page: Page;
  file: Heard;
  /** The page of a survey this file is an answer of. */
  back?: string | undefined;
  /** What was typed and is too long. */
  typed?: string | undefined;
}

/** One voice, to be heard and written down; or one photo. The file itself is fetched only when somebody asks for it. */
export function FilePage({ page, file, back, typed }: FilePageProps): VNode {
  const { ctx, texts } = page;
  const voice = file.card.media === 'voice';
  return (
    <StaffPage
      {...ctx.frame}
      title={voice ? texts.voice : texts.photo}
      lead={aboutFile(page, file.card)}
      styles={mediaStyles}
    >
      <p>
        <a href={back ?? '/staff/media'}>{back === undefined ? texts.back : texts.backToSurvey}</a>
      </p>
      {voice ? <Voice page={page} file={file} typed={typed} /> : <Photo page={page} file={file} />}
    </StaffPage>
  );
}

function Voice({ page, file: { card, words }, typed }: Omit<FilePageProps, 'back'>): VNode {
  const { texts } = page;
  const most = countWords(page, LONGEST_WORDS);
  return (
    <>
      <audio
        class="sent-file"
        controls
        preload="none"
        src={`${filePath(card.id)}/file`}
        aria-label={texts.voice}
      />
      <p class="sent-of">{texts.voiceLead}</p>
      <form class="form" method="post" action={`${filePath(card.id)}/words`}>
        <TextArea
          name="words"
          label={texts.words}
          hint={texts.wordsHint}
          error={typed === undefined ? undefined : texts.tooLong(most)}
          value={typed ?? words ?? ''}
          lang={card.lang}
        />
        <Button>{texts.save}</Button>
      </form>
    </>
  );
}

/** Behind a link: a look at a photo is a look somebody decided on. */
function Photo({ page, file: { card } }: { page: Page; file: Heard }): VNode {
  const { ctx, texts } = page;
  if (ctx.query.get('show') === null)
    return (
      <p>
        <a href="?show=1">{texts.show}</a>
      </p>
    );
  return (
    <>
      <img class="sent-file" src={`${filePath(card.id)}/file`} alt={texts.photo} />
      <p class="sent-of">{texts.photoLead}</p>
    </>
  );
}
