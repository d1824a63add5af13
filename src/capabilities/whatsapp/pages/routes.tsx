import { Fault } from '../../../domain/faults.ts';
import { eachLang } from '../../../web/kit/index.ts';
import { qrImage, type Role, type StaffAnswer, type StaffRoute } from '../../../web/staff/index.ts';
import type { WhatsappLink } from '../link.ts';
import { LinkPage, looksAgain } from './link-page.tsx';
import { LINK } from './texts.ts';

const ADMINS: readonly Role[] = ['admin'];
/** A code is good for some twenty seconds. */
const LOOK_AGAIN_S = 5;

/** The page of the link: for an administrator alone, as whoever sees the code can put another number in its place. */
export function linkRoutes(find: () => WhatsappLink | undefined): StaffRoute[] {
  return [
    {
      ...{ method: 'get', path: '/whatsapp', roles: ADMINS, house: true },
      nav: {
        label: eachLang(LINK, ({ menu }) => menu),
        ...{ order: 92, under: 'channels' },
        about: eachLang(LINK, ({ about }) => about),
      },
      flashes: {
        whatsapp_linked: { tone: 'error', text: eachLang(LINK, ({ linkedAlready }) => linkedAlready) },
      },
      async render(ctx) {
        const link = find()?.link();
        const code = link?.state === 'waiting' ? await qrImage(link.qr) : undefined;
        const page = <LinkPage ctx={ctx} link={link} {...(code !== undefined && { code })} />;
        if (link === undefined || !looksAgain(link)) return page;
        return { kind: 'page', status: 200, page, again: LOOK_AGAIN_S };
      },
    },
    {
      ...{ method: 'post', path: '/whatsapp/pair-again', roles: ADMINS, house: true },
      async act(ctx) {
        const link = find();
        if (link?.link().state !== 'unlinked') return seePage(ALREADY);
        await ctx.audit('whatsapp.paired_again', 'channel/whatsapp-web');
        try {
          await link.pairAgain();
        } catch (cause) {
          // Two administrators pressed at the same moment.
          if (cause instanceof Fault && cause.code === ALREADY) return seePage(ALREADY);
          throw cause;
        }
        return seePage();
      },
    },
  ];
}

const ALREADY = 'whatsapp_linked';

const seePage = (flash?: string): StaffAnswer => ({
  kind: 'see_other',
  to: '/staff/whatsapp',
  ...(flash !== undefined && { flash }),
});
