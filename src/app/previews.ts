import { smsPreview } from '../channels/sms/index.ts';
import { telegramPreview } from '../channels/telegram/index.ts';
import { whatsappCloudPreview } from '../channels/whatsapp-cloud/index.ts';
import { whatsappWebPreview } from '../channels/whatsapp-web/index.ts';
import type { Preview } from '../domain/shown.ts';
import type { Settings } from './settings.ts';

/** Where a message can be looked at before it leaves, whether or not the channel is open here (C3, C7). */
export const previews = ({
  WHATSAPP_WEB_CHOICES: choicesAs,
  SMS_LETTERS: letters,
  SMS_LONG: long,
  SMS_MAX_PARTS: maxParts,
}: Pick<
  Settings,
  'WHATSAPP_WEB_CHOICES' | 'SMS_LETTERS' | 'SMS_LONG' | 'SMS_MAX_PARTS'
>): readonly Preview[] => [
  telegramPreview,
  whatsappCloudPreview,
  whatsappWebPreview(choicesAs),
  smsPreview({ letters, long, maxParts }),
];
