import { WHATSAPP_CLOUD } from '../../channels/whatsapp-cloud/index.ts';
import { WHATSAPP_WEB } from '../../channels/whatsapp-web/index.ts';

/** Channels where nobody may be written to unless they have written (B11). */
export const WAITING_ON: readonly string[] = [WHATSAPP_WEB];
/** Channels that take free words for a day after their person wrote. */
export const WINDOWED: readonly string[] = [WHATSAPP_CLOUD];
