import type { VNode } from 'preact';
import { Button, Select } from '../../../web/kit/index.ts';
import { type Cut, type FlowRead, PERIODS } from '../reader.ts';
import type { Page } from './page.ts';

/** Looked at where an address says nothing. */
const USUAL_DAYS = 30;

/** What an address asks for; anything unknown is as if it were not said. */
export function cutOf(query: URLSearchParams): Cut {
  const days = PERIODS.find((one) => String(one) === query.get('days')) ?? USUAL_DAYS;
  return { days, lang: word(query.get('lang')), channel: word(query.get('channel')) };
}

/** The same as an address. */
export function cutQuery({ days, lang, channel }: Cut): string {
  const query = new URLSearchParams();
  if (days !== USUAL_DAYS) query.set('days', String(days));
  if (lang !== undefined) query.set('lang', lang);
  if (channel !== undefined) query.set('channel', channel);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The form that chooses what is counted. */
export function CutForm({ page, read, cut }: { page: Page; read: FlowRead; cut: Cut }): VNode {
  const { texts } = page;
  const periods = PERIODS.map((days) => ({
    value: String(days),
    label: texts.periods[days] ?? String(days),
  }));
  return (
    <form class="cut" method="get" aria-label={texts.filters}>
      <Select name="days" label={texts.period} options={periods} value={String(cut.days)} />
      <Select
        name="lang"
        label={texts.lang}
        options={[{ value: '', label: texts.all }, ...choices(read.langs, cut.lang, texts.languages)]}
        value={cut.lang ?? ''}
      />
      <Select
        name="channel"
        label={texts.channel}
        options={[
          { value: '', label: texts.allChannels },
          ...choices(read.channels, cut.channel, texts.channels),
        ]}
        value={cut.channel ?? ''}
      />
      <Button look="quiet">{texts.apply}</Button>
    </form>
  );
}

/** What is chosen can be seen even where nobody was counted under it. */
function choices(
  found: readonly string[],
  chosen: string | undefined,
  names: Readonly<Record<string, string>>,
): { value: string; label: string }[] {
  const all = chosen === undefined || found.includes(chosen) ? found : [...found, chosen];
  return all.map((value) => ({ value, label: names[value] ?? value }));
}

const word = (given: string | null): string | undefined =>
  given !== null && /^[\w-]{1,40}$/u.test(given) ? given : undefined;
