import type { RigMaker } from './rig.ts';
import { smsRig } from './sms-rig.ts';
import { telegramRig } from './telegram-rig.ts';
import { terminalRig } from './terminal-rig.ts';
import { webRig } from './web-rig.ts';
import { whatsappCloudRig } from './whatsapp-cloud-rig.ts';
import { whatsappWebRig } from './whatsapp-web-rig.ts';

/** Every channel, by its stand-in: a new one is a line here, and is tried by all that runs over the list (C11, C13). */
export const EVERY_CHANNEL: readonly RigMaker[] = [
  telegramRig('webhook'),
  telegramRig('polling'),
  whatsappCloudRig,
  whatsappWebRig,
  smsRig,
  terminalRig,
  webRig,
];
