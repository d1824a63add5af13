import { controlsOf } from './controls.ts';

/** 24 kbit/s: a voice in Opus stays clear, and 45 s weigh 135 kB. */
const BITS_PER_SECOND = 24_000;
/** What browsers record Opus in; the server takes the sound out of either. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus'];

/**
 * A recorder above a field that takes a file: what is recorded becomes the form's file, and leaves with it at once or,
 * where the rest of the form is still to be written, with that. Where the browser cannot record, the field stays alone.
 */
export function recorderIn(place: HTMLElement): void {
  const input = place.querySelector<HTMLInputElement>('input[type=file]');
  const form = input?.form ?? null;
  const type =
    'MediaRecorder' in window ? TYPES.find((one) => MediaRecorder.isTypeSupported(one)) : undefined;
  if (input === null || form === null || type === undefined || !('mediaDevices' in navigator)) return;
  const limits = { seconds: Number(place.dataset['seconds']), bytes: Number(place.dataset['bytes']) };
  const controls = controlsOf(place, place.dataset['recorder'] ?? '{}');
  let under: MediaRecorder | undefined;

  const begin = async (): Promise<void> => {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
    });
    const chunks: Blob[] = [];
    const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS_PER_SECOND });
    const began = performance.now();
    const seconds = (): number => (performance.now() - began) / 1000;
    const clock = setInterval(() => {
      controls.running(seconds(), limits.seconds);
      // A moment less than the limit: the last piece is written after the stop.
      if (seconds() > limits.seconds - 0.5) recorder.stop();
    }, 200);
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
    recorder.addEventListener('stop', () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop();
      under = undefined;
      const sound = new Blob(chunks, { type });
      if (sound.size > limits.bytes) controls.refused('heavy');
      else controls.done(sound);
    });
    recorder.start();
    under = recorder;
    controls.running(0, limits.seconds);
  };

  controls.onRecord(() => {
    if (under !== undefined) under.stop();
    else begin().catch((cause: unknown) => controls.refused(isDenied(cause) ? 'denied' : 'absent'));
  });
  controls.onKeep((sound) => {
    const file = new File([sound], type.startsWith('audio/ogg') ? 'voix.ogg' : 'voix.webm', { type });
    const carrier = new DataTransfer();
    carrier.items.add(file);
    input.files = carrier.files;
    if (place.dataset['attached'] === undefined) form.requestSubmit();
    else controls.attached(Math.ceil(sound.size / 1000));
  });
}

const isDenied = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'NotAllowedError';
