import { z } from 'zod';
import type { CallKind, Fingerprint } from '../../../conversation/ports.ts';
import { isMinor } from '../volunteer/band.ts';
import { volunteerId } from '../volunteer/volunteer.ts';
import type { VolunteersStore } from '../volunteer/volunteers-store.ts';

/** Whether this person is a volunteer, and whether a guardian must still agree; never the sheet itself. */
export const meCall = ({
  volunteers,
  fingerprint,
}: {
  volunteers: VolunteersStore;
  fingerprint: Fingerprint;
}): CallKind => ({
  name: 'volunteers.me',
  kind: 'reads',
  params: z.strictObject({}),
  async run(_params, { person, day }) {
    const found = await volunteers.find(volunteerId(fingerprint, person));
    if (found === null) return { registered: false, waits: false, code: '' };
    const { guardian, band, bandDay } = found;
    const waits = guardian?.state === 'asked' && isMinor(band, bandDay, day);
    return { registered: true, waits, code: waits ? spaced(guardian.code) : '' };
  },
});

/** Four and four are read out and written down without losing the place. */
const spaced = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;
