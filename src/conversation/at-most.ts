import { unavailable } from '../domain/faults.ts';

/** What is not done by then may still be done: whoever asks comes again, and finds it. */
export function atMost<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(unavailable('slow', 'The message is not durable yet.')), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
