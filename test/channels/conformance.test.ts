import { conforms } from './conformance.ts';
import { telegramRig } from './telegram-rig.ts';
import { terminalRig } from './terminal-rig.ts';
import { webRig } from './web-rig.ts';

for (const maker of [telegramRig('webhook'), telegramRig('polling'), terminalRig, webRig]) conforms(maker);
