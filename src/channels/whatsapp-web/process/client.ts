import path from 'node:path';
import wwebjs from 'whatsapp-web.js';
import { SESSION } from '../link-file.ts';
import type { Begin } from '../protocol.ts';
import { freeProfile } from './profile-lock.ts';

export type Client = wwebjs.Client;
export const { MessageMedia, Poll } = wwebjs;

/** Chromium does nothing of its own: no updates, no sync, nothing on a screen that is not there. */
const QUIET = [
  ...['--disable-gpu', '--mute-audio', '--no-first-run', '--disable-extensions', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
  // Containers have 64 MB of it, and the page needs more.
  '--disable-dev-shm-usage',
];

/**
 * The library's client over Chromium, not yet started.
 * @param opened called as soon as Chromium runs, before any page is loaded
 */
export function clientOf({ folder, chromium, args }: Begin, opened: (client: Client) => void): Client {
  const authStrategy = new wwebjs.LocalAuth({ dataPath: folder });
  // The library deletes the session under the running Chromium, which writes it anew: the house does it afterwards.
  authStrategy.logout = async () => undefined;
  authStrategy.afterBrowserInitialized = async () => opened(client);
  const client = new wwebjs.Client({
    authStrategy,
    // Whatever WhatsApp serves: a version kept here would one day be refused.
    webVersionCache: { type: 'none' },
    puppeteer: {
      executablePath: chromium,
      headless: true,
      // Chromium ends with us, however we end; and no port is open by which others could speak as us.
      pipe: true,
      args: [...QUIET, ...args],
      // The house says when we stop.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    },
  });
  return client;
}

/** Whether the session's profile can be opened. */
export const profileIsFree = ({ folder }: Begin): Promise<boolean> => freeProfile(path.join(folder, SESSION));
