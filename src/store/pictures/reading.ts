import { refusal } from '../../domain/faults.ts';

/** A picture as it is kept: what it shows, and nothing that was written beside it. */
export interface PictureReading {
  bytes: Buffer;
  width: number;
  height: number;
}

export const notAPicture = () =>
  refusal(
    'media_mismatch',
    'The picture is broken, or is not what it seems to be. Send it again as a photo.',
  );
