import { conforms } from './conformance.ts';
import { EVERY_CHANNEL } from './every-channel.ts';

for (const maker of EVERY_CHANNEL) conforms(maker);
