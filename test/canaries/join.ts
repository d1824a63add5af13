import { answerTo, offered, type Phone, webPhone } from '../app/phones.ts';
import { until } from '../channels/until.ts';
import type { ReadableHouse } from './house.ts';
import { type Needle, needlesOfText } from './needles.ts';
import { named, needlesOf, newCanary, talkAs, tokenOf } from './people.ts';

const JOINED = 'reliés';

/** Two more, on the page and on Telegram, who answer alike and become one by a code; the code is a needle too. */
export async function joinTwo({ place, telegram }: ReadableHouse): Promise<Needle[]> {
  const [one, two] = [newCanary(), newCanary()];
  const [host, guest] = [await webPhone(place), named(telegram, two)];
  const needles = [...needlesOf(one, tokenOf(host)), ...needlesOf(two)];
  await Promise.all([talkAs(one, host, ['opinion'], ''), talkAs(two, guest, ['opinion'], '')]);
  await answerTo(host, () => host.says('relier'));
  const { text } = await answerTo(host, async () => host.chooses(await offered(host, 'donner')));
  const [, first = '', second = ''] = /rejoindre (\w{4}) (\w{4})/u.exec(text) ?? [];
  needles.push(...needlesOfText('code', first + second), ...needlesOfText('code', `${first} ${second}`));
  await answerTo(guest, () => guest.says(`rejoindre ${first} ${second}`));
  await answerTo(guest, async () => guest.chooses(await offered(guest, 'relier')));
  for (const phone of [host, guest]) await isTold(phone);
  return needles;
}

const isTold = (phone: Phone): Promise<void> =>
  until(
    async () => (await phone.heard()).at(-1)?.text.includes(JOINED) === true,
    () => 'is told that the accounts are joined',
    20_000,
  );
