import { z } from 'zod';

const position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** Where a location lies, as platforms write it; nothing where that is not on the earth. */
export function positionIn(location: unknown): { at?: { lat: number; lon: number } } {
  const { data } = position.safeParse(location);
  return data === undefined ? {} : { at: { lat: data.latitude, lon: data.longitude } };
}
