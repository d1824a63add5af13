import type { VNode } from 'preact';
import { daysAfter } from '../../../domain/clock.ts';
import { Button, Field } from '../../../web/kit/index.ts';
import { AHEAD_DAYS, dayWords, type Moon, moonsOf, nameOf, type Page } from './page.ts';

/** A fast that has begun is still to be taken back; thirty days is its length. */
const BACK_DAYS = 30;
const A_YEAR = 366;

/** Feasts that wait for the moon: which are to be confirmed, and which are. */
export function Feasts({ page }: { page: Page }): VNode {
  const { texts, today, confirmed } = page;
  const near = moonsOf(daysAfter(today, -BACK_DAYS), daysAfter(today, AHEAD_DAYS), confirmed);
  const waiting = near.filter((moon) => !moon.confirmed && moon.day >= today);
  const held = near.filter((moon) => moon.confirmed);
  return (
    <>
      <section class="calendar-part" aria-labelledby="attente">
        <h2 id="attente">{texts.waitingTitle}</h2>
        <p>{texts.waitingLead}</p>
        {waiting.length === 0 ? <Nothing page={page} /> : null}
        {waiting.map((moon) => (
          <Waiting key={moon.id} page={page} moon={moon} />
        ))}
      </section>
      <section class="calendar-part" aria-labelledby="confirmees">
        <h2 id="confirmees">{texts.confirmedTitle}</h2>
        {held.length === 0 ? <p>{texts.nothingConfirmed}</p> : null}
        {held.map((moon) => (
          <Held key={moon.id} page={page} moon={moon} />
        ))}
      </section>
    </>
  );
}

function Nothing({ page }: { page: Page }): VNode {
  const { texts, today, confirmed } = page;
  const next = moonsOf(daysAfter(today, AHEAD_DAYS), daysAfter(today, A_YEAR), confirmed)[0];
  return (
    <p>
      {texts.nothingWaits}
      {next === undefined ? null : ` ${texts.next(nameOf(page, next.moon), dayWords(page, next.day))}`}
    </p>
  );
}

function Waiting({ page, moon }: { page: Page; moon: Moon }): VNode {
  const { texts } = page;
  const name = nameOf(page, moon.moon);
  if (!page.confirms) return <p>{texts.next(name, dayWords(page, moon.day))}</p>;
  return (
    <form class="form feast" method="post" action={`/staff/calendar/${moon.id}/confirm`}>
      <h3>{name}</h3>
      <Field
        name={`day-${moon.id}`}
        type="date"
        label={texts.day}
        hint={texts.dayHint(dayWords(page, moon.expected))}
        value={moon.expected}
      />
      <Button look="quiet">{texts.confirm(name)}</Button>
    </form>
  );
}

function Held({ page, moon }: { page: Page; moon: Moon }): VNode {
  const { texts } = page;
  const name = nameOf(page, moon.moon);
  return (
    <div class="feast">
      <p>{texts.confirmedOn(name, dayWords(page, moon.day))}</p>
      {page.confirms ? (
        <form method="post" action={`/staff/calendar/${moon.id}/take-back`}>
          <input type="hidden" name="day" value={moon.day} />
          <Button look="quiet">{texts.takeBack(name)}</Button>
        </form>
      ) : null}
    </div>
  );
}
