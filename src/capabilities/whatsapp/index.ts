import type { Capability } from '../capability.ts';
import type { WhatsappLink } from './link.ts';
import { linkRoutes } from './pages/routes.tsx';
import { linkSlots } from './pages/slots.tsx';
import { linkStyles } from './pages/styles.ts';

export type { WhatsappLink } from './link.ts';

interface WhatsappDeps {
  /** `undefined`: this house has none. */
  link: () => WhatsappLink | undefined;
}

/** The page on which an administrator links the campaign's phone, and sees that it is linked (C2). */
export const whatsapp = ({ link }: WhatsappDeps): Capability => ({
  name: 'whatsapp',
  collections: [],
  effects: [],
  calls: [],
  staffRoutes: linkRoutes(link),
  staffSlots: linkSlots(link),
  assets: linkStyles,
});
