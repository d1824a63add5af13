import type { VNode } from 'preact';
import { Button, Field, Select } from '../../../web/kit/index.ts';
import { SHARED_CLASSES } from '../../wall.ts';
import { type Agreement, agreementId, isOver } from '../agreement.ts';
import { nameOf, type Page } from './page.ts';

/** What is shared in either direction, and the form that proposes more. */
export function Sharing({ page }: { page: Page }): VNode {
  const { texts, agreements } = page;
  return (
    <section class="organisation-part" aria-labelledby="partages">
      <h2 id="partages">{texts.sharing}</h2>
      <p>{texts.sharingLead}</p>
      {agreements.length === 0 ? (
        <p>{texts.noSharing}</p>
      ) : (
        <ul class="sharing">
          {agreements.map((one) => (
            <li key={agreementId(one)}>
              <p>
                <strong>{texts.records[one.records]}</strong> · {directionOf(page, one)}
              </p>
              <p class="sharing-state">
                {texts.untilDay(dayWords(page, one.until))} · {stateOf(page, one)}
              </p>
              <Changes page={page} agreement={one} />
            </li>
          ))}
        </ul>
      )}
      <Proposal page={page} />
    </section>
  );
}

const directionOf = (page: Page, { owner, reader }: Agreement): string =>
  owner === page.ctx.person.org
    ? page.texts.given(nameOf(page, reader))
    : page.texts.taken(nameOf(page, owner));

function stateOf({ ctx, texts, today }: Page, agreement: Agreement): string {
  const { state, until, by } = agreement;
  if (state !== 'ended' && until < today) return texts.expired;
  const waits = state === 'proposed' && by === ctx.person.org;
  return waits ? `${texts.states[state]}, ${texts.waitsForThem}` : texts.states[state];
}

/** The end stands in the form: what is agreed to is what was seen. */
function Changes({ page, agreement }: { page: Page; agreement: Agreement }): VNode | null {
  const { ctx, texts, today } = page;
  if (isOver(agreement, today)) return null;
  const { state, by, until } = agreement;
  const theirs = state === 'proposed' && by !== ctx.person.org;
  const path = `/staff/organisations/sharing/${agreementId(agreement)}`;
  return (
    <div class="sharing-changes">
      {theirs ? (
        <form method="post" action={`${path}/agree`}>
          <input type="hidden" name="until" value={until} />
          <Button>{texts.agree}</Button>
        </form>
      ) : null}
      <form method="post" action={`${path}/end`}>
        <Button look="quiet">{theirs ? texts.decline : texts.end}</Button>
      </form>
    </div>
  );
}

function Proposal({ page }: { page: Page }): VNode {
  const { ctx, texts, organisations, shared } = page;
  const others = organisations.filter(({ id }) => id !== ctx.person.org);
  if (others.length === 0) return <p>{texts.alone}</p>;
  const { values = {}, errors = {} } = shared ?? {};
  return (
    <>
      <h3>{texts.proposeTitle}</h3>
      <form class="form" method="post" action="/staff/organisations/sharing">
        <Select
          name="direction"
          label={texts.direction}
          value={values['direction']}
          error={errors.direction}
          options={(['give', 'take'] as const).map((value) => ({ value, label: texts.directions[value] }))}
        />
        <Select
          name="other"
          label={texts.other}
          value={values['other']}
          error={errors.other}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="records"
          label={texts.what}
          value={values['records']}
          error={errors.records}
          options={SHARED_CLASSES.map((value) => ({ value, label: texts.records[value] }))}
        />
        <Field name="until" type="date" label={texts.until} value={values['until']} error={errors.until} />
        <Button>{texts.propose}</Button>
      </form>
    </>
  );
}

const dayWords = ({ ctx }: Page, day: string): string =>
  new Intl.DateTimeFormat(ctx.frame.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
