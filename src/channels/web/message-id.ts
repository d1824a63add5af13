import { z } from 'zod';

/** The client's own id of a message: short and plain, because it is kept for a while to know a repeat. */
export const messageId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
