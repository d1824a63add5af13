import { runProcess } from '../channels/whatsapp-web/process/index.ts';

// The entry of the process with whatsapp-web.js and Chromium, started by the channel and by nobody else.
runProcess(process);
