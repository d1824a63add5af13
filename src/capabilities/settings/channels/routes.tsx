import { eachLang } from '../../../web/kit/index.ts';
import type { StaffRoute } from '../../../web/staff/index.ts';
import { ADMINS } from '../admins.ts';
import type { ChannelsReader } from './health.ts';
import { ChannelsPage } from './page.tsx';
import { CHANNELS } from './texts.ts';

/** The page about channels; the form asks the platforms, which changes nothing and is told at once. */
export const channelRoutes = (channels: ChannelsReader): StaffRoute[] => [
  {
    ...{ method: 'get', path: '/channels', roles: ADMINS, house: true },
    nav: {
      label: eachLang(CHANNELS, ({ menu }) => menu),
      about: eachLang(CHANNELS, ({ about }) => about),
      ...{ order: 10, under: 'channels' },
    },
    async render(ctx) {
      return <ChannelsPage ctx={ctx} channels={await channels.health()} />;
    },
  },
  {
    ...{ method: 'post', path: '/channels', roles: ADMINS, house: true },
    async act(ctx) {
      const [answers, health] = await Promise.all([channels.ask(), channels.health()]);
      const page = <ChannelsPage ctx={ctx} channels={health} answers={answers} />;
      return { kind: 'page', status: 200, page };
    },
  },
];
