export type { LiveAnswer } from './answer.ts';
export { listens, quietly, serveLive } from './serve-live.ts';
export { type LiveOptions, type LiveStreams, liveStreams } from './streams.ts';
