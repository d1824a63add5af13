import type { UpdateContent } from './content.ts';

/**
 * The day by which an item was to be reviewed, once it is past in Bamako: from then on it is in no menu, and wherever it is
 * shown it says so (U9). `today` is `YYYY-MM-DD`.
 */
export const staleSince = (
  { reviewBy }: Pick<UpdateContent, 'reviewBy'>,
  today: string,
): string | undefined => (reviewBy !== '' && reviewBy < today ? reviewBy : undefined);
