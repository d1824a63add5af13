import type { VNode } from 'preact';
import { Button, Notice, StaffPage, TextArea } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import type { Checked, Checklist } from '../checklist.ts';
import { isByHand } from '../lines.ts';
import { Detail } from './detail.tsx';
import { readinessStyles } from './styles.ts';
import { READY } from './texts.ts';

export interface ReadinessPageProps {
  ctx: StaffContext;
  list: Checklist;
  names: ReadonlyMap<string, string>;
  ticks: boolean;
  waives: boolean;
  /** What was typed as a reason, and why it was refused. */
  typed?: string;
  error?: string;
}

/** Everything that must be ready, what is open first to be seen in the order of the work. */
export function ReadinessPage(props: ReadinessPageProps): VNode {
  const { ctx, list } = props;
  const texts = READY[ctx.frame.lang];
  return (
    <StaffPage
      {...ctx.frame}
      notices={undefined}
      title={texts.menu}
      lead={texts.lead}
      styles={readinessStyles}
    >
      <p>
        <strong>{texts.openOf(list.open)}</strong>
      </p>
      <ul class="ready">
        {list.lines.map((checked) => (
          <Line key={checked.line} {...props} checked={checked} />
        ))}
      </ul>
      {list.waiver === undefined ? <Waive {...props} /> : <Waived {...props} />}
    </StaffPage>
  );
}

function Line({ ctx, list, names, ticks, checked }: ReadinessPageProps & { checked: Checked }): VNode {
  const texts = READY[ctx.frame.lang];
  const { line, done, mark } = checked;
  return (
    <li class={done ? 'ready-line ready-done' : 'ready-line'}>
      <h2>
        <span class={done ? 'ready-state ready-yes' : 'ready-state ready-no'}>
          {done ? texts.done : texts.open}
        </span>{' '}
        {texts.lines[line]}
      </h2>
      {mark === undefined ? null : (
        <p>{texts.tickedBy(names.get(mark.by) ?? texts.someone, dayOf(ctx, mark.at))}</p>
      )}
      {done ? null : <Detail ctx={ctx} line={line} facts={list.facts} />}
      {ticks && isByHand(line) ? (
        <form method="post" action={`/staff/ready/${line}`}>
          <input type="hidden" name="done" value={done ? 'no' : 'yes'} />
          <Button look="quiet">
            {done ? texts.untick : texts.tick}
            <span class="unseen"> ({texts.lines[line]})</span>
          </Button>
        </form>
      ) : null}
    </li>
  );
}

function Waive({ ctx, list, waives, typed, error }: ReadinessPageProps): VNode | null {
  const texts = READY[ctx.frame.lang];
  if (!waives || list.open === 0) return null;
  return (
    <section aria-labelledby="ouvrir">
      <h2 id="ouvrir">{texts.waiverTitle}</h2>
      <p>{texts.waiverLead}</p>
      <form class="form" method="post" action="/staff/ready/waiver">
        <TextArea
          name="reason"
          label={texts.waiverReason}
          hint={texts.waiverHint}
          rows={3}
          value={typed}
          error={error}
        />
        <Button look="danger">{texts.waive}</Button>
      </form>
    </section>
  );
}

function Waived({ ctx, list: { waiver }, names, waives }: ReadinessPageProps): VNode | null {
  const texts = READY[ctx.frame.lang];
  if (waiver === undefined) return null;
  return (
    <section aria-labelledby="ouvert">
      <h2 id="ouvert">{texts.waiverTitle}</h2>
      <Notice tone="warning">
        <p>{texts.waivedBy(names.get(waiver.by) ?? texts.someone, dayOf(ctx, waiver.at))}</p>
        <p>{waiver.reason ?? texts.waiverGone}</p>
      </Notice>
      {waives ? (
        <form method="post" action="/staff/ready/waiver/end">
          <Button look="quiet">{texts.endWaiver}</Button>
        </form>
      ) : null}
    </section>
  );
}

const dayOf = ({ frame: { lang } }: StaffContext, at: number): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'Africa/Bamako' }).format(at);
