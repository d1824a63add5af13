import { conforms } from './conformance.ts';
import { telegramRig } from './telegram-rig.ts';
import { terminalRig } from './terminal-rig.ts';
import { webRig } from './web-rig.ts';
import { whatsappCloudRig } from './whatsapp-cloud-rig.ts';

for (const maker of [telegramRig('webhook'), telegramRig('polling'), whatsappCloudRig, terminalRig, webRig])
  conforms(maker);
