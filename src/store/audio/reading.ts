import { refusal } from '../../domain/faults.ts';

/** A recording as it is kept. */
export interface AudioReading {
  /** Without what was said about the recording beside it (titles, pictures, tags), where that could be cut off. */
  bytes: Buffer;
  /** Where the container tells. */
  seconds?: number;
}

export const notWhatItSays = () =>
  refusal(
    'media_mismatch',
    'The file is not what its type says, or it is broken. Record or convert it again.',
  );

export const tellsWhere = () =>
  refusal(
    'media_tells_where',
    'The recording names a place or carries a picture. Save it again without details of where it was made.',
  );
