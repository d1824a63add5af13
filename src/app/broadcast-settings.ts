import { z } from 'zod';

const price = z.coerce.number().min(0).max(10_000).optional();

/** What staff may send alone, and what messages cost. */
export const BROADCAST_SETTINGS = {
  BROADCAST_TWO_PEOPLE_ABOVE: {
    schema: z.coerce.number().int().min(0).max(1_000_000).default(100),
    expected: 'a whole number of people, from 0',
    example: '100',
  },
  SMS_PRICE: { schema: price, expected: 'FCFA for one SMS', example: '15' },
  WHATSAPP_CLOUD_PRICE: { schema: price, expected: 'FCFA for one message', example: '14.5' },
} as const;
