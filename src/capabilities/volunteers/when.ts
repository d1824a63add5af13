export { type Local, localOf, momentOf } from '../../domain/local-time.ts';
