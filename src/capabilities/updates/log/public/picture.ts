/** A picture somebody was sent; no larger than chats send them. */
export const PICTURE = {
  field: 'image',
  maxBytes: 8 * 1024 * 1024,
  types: ['image/jpeg', 'image/png', 'image/webp'],
};
