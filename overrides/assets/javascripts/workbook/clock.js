/**
 * What a timer knows: when it ends by the clock on the wall, or what is left while it pauses. So it survives a reload, and a second
 * window counts the same. Pure.
 *
 * @typedef {{ ends?: number, left?: number }} Timer in milliseconds
 */
const MINUTE = 60_000;

/** @param {number} minutes @param {number} now @returns {Timer} */
export const begun = (minutes, now) => ({ ends: now + minutes * MINUTE });

/** What is left; below nothing once it is over. @param {Timer} timer @param {number} now */
export const leftOf = ({ ends, left = 0 }, now) => (ends === undefined ? left : ends - now);

/** It pauses, or goes on where it paused. @param {Timer} timer @param {number} now @returns {Timer} */
export const turned = (timer, now) => (timer.ends === undefined ? { ends: now + (timer.left ?? 0) } : { left: leftOf(timer, now) });

/** One minute more; a time that is over begins again with that minute. @param {Timer} timer @param {number} now @returns {Timer} */
export function longer(timer, now) {
  const left = Math.max(0, leftOf(timer, now)) + MINUTE;
  return timer.ends === undefined ? { left } : { ends: now + left };
}

/** Such as 5:09, rounded up while time is left: whoever looks up at 0:01 still has a second. @param {number} left */
export function shown(left) {
  const seconds = Math.abs(Math.ceil(left / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
