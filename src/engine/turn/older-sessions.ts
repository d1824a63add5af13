import { answersFrom } from '../answers.ts';
import type { Frame, Session, Value } from '../types.ts';

/** A talk as it was stored when its answers were an object. */
export interface SessionV1 {
  v: 1;
  frames: (Omit<Frame, 'answers'> & { answers: Record<string, Value> })[];
}

/** The frames of a stored talk, of whatever version: a talk outlives the program that began it. */
export function framesOf(session: Session | SessionV1): Frame[] {
  if (session.v === 2) return session.frames;
  return session.frames.map((frame) => ({ ...frame, answers: answersFrom(Object.entries(frame.answers)) }));
}
