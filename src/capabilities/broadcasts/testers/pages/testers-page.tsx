import type { VNode } from 'preact';
import { Button, formatsOf, Notice, StaffPage, Table } from '../../../../web/kit/index.ts';
import type { StaffContext } from '../../../../web/staff/index.ts';
import { broadcastStyles } from '../../pages/styles.ts';
import { TESTER_WORD } from '../names.ts';
import type { Tester } from '../tester.ts';
import { TRIAL_WORDS } from './texts.ts';
import { TESTERS_PATH } from './trial-part.tsx';

interface TestersPageProps {
  ctx: StaffContext;
  testers: readonly Tester[];
  names: ReadonlyMap<string, string>;
  channelName: (channel: string) => string;
  /** One that was just given. */
  code?: string;
  isFull?: boolean;
}

/** Who receives tests, and how one's own phone comes to be among them. */
export function TestersPage({
  ctx,
  testers,
  names,
  channelName,
  code,
  isFull = false,
}: TestersPageProps): VNode {
  const texts = TRIAL_WORDS[ctx.frame.lang];
  const day = (iso: string): string => formatsOf(ctx.frame.lang).day.format(Date.parse(iso));
  const mine = testers.find(({ account }) => account === ctx.person.id);
  return (
    <StaffPage {...ctx.frame} title={texts.testersTitle} lead={texts.testersLead} styles={broadcastStyles}>
      <p>
        <a href="/staff/broadcasts">{texts.back}</a>
      </p>
      {isFull ? (
        <Notice tone="error" live>
          <p>{texts.full}</p>
        </Notice>
      ) : null}
      {code === undefined ? null : (
        <Notice tone="info" live>
          <p>
            <strong>{texts.codeTitle}</strong>
          </p>
          <p>{texts.codeSay}</p>
          <p class="big" lang="fr">
            {`${TESTER_WORD} ${code}`}
          </p>
          <p>{texts.codeLives}</p>
        </Notice>
      )}
      <section aria-labelledby="moi">
        <h2 id="moi">{texts.mine}</h2>
        <p>{mine === undefined ? texts.isNone : texts.isTester(channelName(mine.channel), day(mine.day))}</p>
        <div class="moves">
          <form method="post" action={`${TESTERS_PATH}/code`}>
            <Button>{mine === undefined ? texts.codeSubmit : texts.codeAgain}</Button>
          </form>
          {mine === undefined ? null : (
            <form method="post" action={`${TESTERS_PATH}/leave`}>
              <Button look="quiet">{texts.leave}</Button>
            </form>
          )}
        </div>
      </section>
      <section aria-labelledby="tous">
        <h2 id="tous">{texts.all}</h2>
        {testers.length === 0 ? (
          <p>{texts.none}</p>
        ) : (
          <Table
            id="testers"
            caption={texts.all}
            captionUnseen
            columns={[
              {
                ...{ key: 'who', header: texts.tester, names: true },
                cell: ({ account }) => names.get(account) ?? texts.someone,
              },
              { key: 'channel', header: texts.channel, cell: ({ channel }) => channelName(channel) },
              { key: 'since', header: texts.since, cell: (tester) => day(tester.day) },
            ]}
            rows={testers}
          />
        )}
      </section>
    </StaffPage>
  );
}
