import type { ComponentChildren, VNode } from 'preact';
import { Button, Notice, StaffPage } from '../../../web/kit/index.ts';
import type { StaffContext } from '../../../web/staff/index.ts';
import { shownIn } from '../shown.ts';
import { settingsStyles } from '../styles.ts';
import type { ChannelHealth } from './health.ts';
import { CHANNELS } from './texts.ts';

interface ChannelsPageProps {
  ctx: StaffContext;
  channels: readonly ChannelHealth[];
  /** What platforms said when they were asked just now. */
  answers?: ReadonlyMap<string, boolean>;
}

/** Every channel there can be, those that run first. */
export function ChannelsPage({ ctx, channels, answers }: ChannelsPageProps): VNode {
  const texts = CHANNELS[ctx.frame.lang];
  const sorted = [...channels].sort((a, b) => Number(b.configured) - Number(a.configured));
  return (
    <StaffPage {...ctx.frame} title={texts.menu} lead={texts.lead} styles={settingsStyles}>
      {answers === undefined ? null : (
        <Notice tone="info" live>
          <p>{texts.asked}</p>
        </Notice>
      )}
      {sorted.map((channel) => (
        <Channel key={channel.id} ctx={ctx} channel={channel} answers={answers?.get(channel.id)} />
      ))}
      {channels.some(({ asks }) => asks) ? (
        <form method="post" action="/staff/channels">
          <Button look="quiet">{texts.ask}</Button>
        </form>
      ) : null}
    </StaffPage>
  );
}

interface ChannelProps {
  ctx: StaffContext;
  channel: ChannelHealth;
  answers: boolean | undefined;
}

function Channel({ ctx, channel, answers }: ChannelProps): VNode {
  const texts = CHANNELS[ctx.frame.lang];
  const id = `canal-${channel.id}`;
  return (
    <section class="setting-box" aria-labelledby={id}>
      <h2 id={id}>
        {texts.names[channel.id] ?? channel.id}{' '}
        <span class={channel.configured ? 'mark mark-on' : 'mark'}>
          {channel.configured ? texts.on : texts.off}
        </span>
      </h2>
      {answers === undefined ? null : (
        <p>
          <strong>{answers ? texts.answersNow : texts.silentNow}</strong>
        </p>
      )}
      {channel.configured ? (
        <Running ctx={ctx} channel={channel} />
      ) : (
        <p>{texts.offHow(channel.needs.join(', '))}</p>
      )}
    </section>
  );
}

function Running({ ctx, channel }: Omit<ChannelProps, 'answers'>): VNode {
  const texts = CHANNELS[ctx.frame.lang];
  const { moment, count } = shownIn(ctx.frame.lang);
  const { way, webhook, account, since, link, last, causes, aSecond } = channel;
  const when = (at: number | undefined): string => (at === undefined ? texts.never : moment(at));
  return (
    <>
      <dl class="setting-list">
        {way === undefined ? null : <Row name={texts.way}>{texts.ways[way]}</Row>}
        {webhook === undefined ? null : (
          <Row name={texts.webhook}>
            <code>{webhook}</code>
          </Row>
        )}
        {account === undefined ? null : (
          <Row name={texts.account}>
            <code>{account}</code>
          </Row>
        )}
        {link === undefined ? null : <Row name={texts.link}>{texts.links[link] ?? link}</Row>}
        <Row name={texts.since}>{since === undefined ? texts.sinceUnknown : moment(since)}</Row>
        <Row name={texts.lastIn}>{when(last.in)}</Row>
        <Row name={texts.lastOut}>{when(last.out)}</Row>
        <Row name={texts.lastFailed}>{when(last.failed)}</Row>
        <Row name={texts.waiting}>{count(channel.waiting)}</Row>
        <Row name={texts.pace}>{aSecond === undefined ? texts.noPace : texts.aSecond(count(aSecond))}</Row>
        <Row name={texts.causes}>
          {causes.length === 0 ? (
            texts.noCause
          ) : (
            <a href={`/staff/traffic?days=7&channel=${channel.id}#causes`}>
              {causes.map(({ code, count: times }) => texts.causeOf(code, count(times))).join(', ')}
            </a>
          )}
        </Row>
      </dl>
      {link === undefined ? null : (
        <p>
          <a href="/staff/whatsapp">{texts.toLink}</a>
        </p>
      )}
    </>
  );
}

const Row = ({ name, children }: { name: string; children: ComponentChildren }): VNode => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
