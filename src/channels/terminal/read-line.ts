import type { Choice, InboundContent, MediaKind } from '../../domain/message.ts';
import { MAX_TEXT_LENGTH, MEDIA_KINDS, tried } from '../../domain/message.ts';
import { digitsOf } from '../platform/numbered.ts';

/**
 * What a line says: the number of an offered choice taps it, `:voice` (or another media kind) stands for sending one,
 * everything else is text. Nothing for an empty line.
 */
export function readLine(line: string, offered: readonly Choice[]): InboundContent | undefined {
  const text = line.replace(/\p{Surrogate}/gu, '\uFFFD').replaceAll('\0', '');
  const typed = text.trim();
  if (typed === '') return undefined;
  const tapped = /^\d{1,4}$/.test(typed)
    ? offered.find((choice, at) => digitsOf(choice, at) === String(Number(typed)))
    : undefined;
  if (tapped) return { kind: 'choice', token: tapped.id };
  const media = typed.startsWith(':') ? mediaNamed(typed.slice(1)) : undefined;
  if (media) return tried(media);
  return text.length > MAX_TEXT_LENGTH ? { kind: 'unsupported', what: 'too_long' } : { kind: 'text', text };
}

const mediaNamed = (name: string): MediaKind | undefined => MEDIA_KINDS.find((kind) => kind === name);
