/** One short, low sound, for a room that asked for it. */

const LASTS = 0.6; // seconds

export function beep() {
  const audio = new AudioContext();
  const tone = new OscillatorNode(audio, { frequency: 440 });
  const volume = new GainNode(audio, { gain: 0.2 });
  volume.gain.linearRampToValueAtTime(0, audio.currentTime + LASTS);
  tone.connect(volume).connect(audio.destination);
  tone.onended = () => void audio.close();
  tone.start();
  tone.stop(audio.currentTime + LASTS);
}
