import path from 'node:path';
import QRCode from 'qrcode';
import {
  forked,
  type Link,
  WHATSAPP_WEB,
  type WhatsappWebChannel,
  whatsappWebChannel,
} from '../channels/whatsapp-web/index.ts';
import type { Clock } from '../domain/clock.ts';
import type { MediaLibrary } from '../domain/media.ts';
import type { Delivery } from './delivery.ts';
import type { Logger } from './logs.ts';
import type { Metrics } from './metrics.ts';
import type { Settings } from './settings.ts';

interface WhatsappWebParts {
  settings: Settings;
  media: MediaLibrary;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
  delivery: Pick<Delivery, 'tell'>;
  publicUrl: string;
  /** Lines for the person who started it. */
  say?: (line: string) => void;
}

/** The compiled entry of its process lies beside this file. */
const SCRIPT = path.join(import.meta.dirname, 'whatsapp-web-process.js');
/** All its process and Chromium get to know of ours: none of the house's secrets. */
const PASSED_ON = [
  ...['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME'],
  ...['http_proxy', 'https_proxy', 'no_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'],
];
/** Codes shown in the terminal at a time: a new one comes every few seconds, and a log is no screen. */
const MOST_CODES = 5;

/** WhatsApp with an ordinary number, where the settings say so. */
export function whatsappWeb(parts: WhatsappWebParts): WhatsappWebChannel | undefined {
  const { settings, media, clock, log, metrics, delivery, say = () => undefined } = parts;
  if (settings.WHATSAPP_DRIVER !== 'web' && settings.WHATSAPP_DRIVER !== 'both') return undefined;
  const { CHROMIUM_PATH: chromium, CHROMIUM_ARGS: args } = settings;
  const show = printer(say, `${parts.publicUrl}/staff/whatsapp`);
  return whatsappWebChannel({
    start: forked(SCRIPT, passedOn(process.env)),
    folder: path.join(settings.DATA_DIR, 'whatsapp-web'),
    ...(chromium !== undefined && { chromium }),
    ...(args !== undefined && { args }),
    choicesAs: settings.WHATSAPP_WEB_CHOICES,
    media,
    clock,
    log,
    count: (what) => metrics.inbound(`whatsapp_web_${what}`),
    tell: (account) => delivery.tell(WHATSAPP_WEB, account),
    watcher(link) {
      if (link.state !== 'waiting') log.info({ what: link.state }, 'WhatsApp web');
      show(link);
    },
  });
}

function passedOn(environment: NodeJS.ProcessEnv): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const name of PASSED_ON) {
    const value = environment[name];
    if (value !== undefined) passed[name] = value;
  }
  return passed;
}

/** The code to be read by the phone, in the terminal of whoever started us; what else is worth a line. */
function printer(say: (line: string) => void, page: string): (link: Link) => void {
  let codes = 0;
  return (link) => {
    if (link.state === 'waiting') {
      codes += 1;
      if (codes === MOST_CODES + 1) say(`WhatsApp: newer codes are shown at ${page}`);
      if (codes <= MOST_CODES) void printCode(link.qr, say, page);
      return;
    }
    if (link.state === 'ready' || link.state === 'unlinked') codes = 0;
    if (link.state === 'no_chromium')
      say(
        'WhatsApp: no Chromium was found. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.',
      );
    if (link.state === 'unlinked') say(`WhatsApp: the session has ended; pair again at ${page}`);
    if (link.state === 'ready') say('WhatsApp: linked.');
  };
}

async function printCode(qr: string, say: (line: string) => void, page: string): Promise<void> {
  const drawn = await QRCode.toString(qr, { type: 'terminal', small: true, errorCorrectionLevel: 'L' });
  say(`WhatsApp: on the phone, open linked devices and scan this code (also at ${page})\n${drawn}`);
}
