/** Opus at a telephone's quality: 45 seconds weigh about 90 kB. */
const BITS_A_SECOND = 16_000;
export const LONGEST_S = 45;
/** What the server takes of a voice, in bytes. */
const HEAVIEST = 150_000;
/** Looked at so often whether it is long or heavy enough. */
const PIECE_MS = 500;
/** In the order in which phones play them; a browser records one of them. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4'];

/** What was said, ready to be sent. */
export interface Recording {
  file: Blob;
  seconds: number;
}

/** Why nothing is recorded: the microphone is not allowed, or there is none, or the browser cannot. */
export type Refusal = 'not_allowed' | 'no_microphone' | 'not_supported';

export interface Recorder {
  /** Ends it; what was said comes by `done`. */
  stop(): void;
  /** Ends it, and nothing comes. */
  cancel(): void;
}

export interface RecorderOptions {
  now: () => number;
  /** Seconds said so far. */
  tick: (seconds: number) => void;
  /** It ended: stopped, as long as it may be, or as heavy. */
  done: (recording: Recording) => void;
}

/** Begins to record once the person has let the page use the microphone; it is let go of when the recording ends. */
export async function record({ now, tick, done }: RecorderOptions): Promise<Recorder | Refusal> {
  const type = typeof MediaRecorder === 'undefined' ? undefined : TYPES.find(canRecord);
  // Missing on pages served without TLS.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (type === undefined || devices === undefined) return 'not_supported';
  let stream: MediaStream;
  try {
    stream = await devices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } });
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotFoundError' ? 'no_microphone' : 'not_allowed';
  }
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: BITS_A_SECOND });
  const from = now();
  const pieces: Blob[] = [];
  let wanted = true;
  const seconds = (): number => Math.min(LONGEST_S, (now() - from) / 1000);
  const weight = (): number => pieces.reduce((sum, { size }) => sum + size, 0);
  const timer = setInterval(() => {
    tick(seconds());
    if (seconds() >= LONGEST_S) stop();
  }, PIECE_MS);
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  recorder.addEventListener('dataavailable', ({ data }) => {
    pieces.push(data);
    // The next piece must still fit.
    if (weight() > HEAVIEST - 2 * data.size) stop();
  });
  recorder.addEventListener('stop', () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    if (wanted && weight() > 0) done({ file: new Blob(pieces, { type }), seconds: seconds() });
  });
  recorder.start(PIECE_MS);
  return {
    stop,
    cancel() {
      wanted = false;
      stop();
    },
  };
}

const canRecord = (type: string): boolean => MediaRecorder.isTypeSupported(type);
