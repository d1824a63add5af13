export { Departures, type DeparturesParts } from './departures.ts';
export { type LinkParts, RedisLink } from './link.ts';
export { PaceKeeper } from './pace-keeper.ts';
export { Processes } from './processes.ts';
export { type SharedDues, sharedDues, type SharedDuesParts } from './shared-dues.ts';
export { SharedPacing } from './shared-pacing.ts';
