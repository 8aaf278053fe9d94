/** Those who act in these runs act fast, alike and many at once: that is not what is looked at. */
const never = { joins: 60, does: [] }
export const lenient = {
  raid: {
    joins: 60,
    guarded: never,
    locked: never,
    alike: { joins: 30, minutes: 1, locked: 60, messages: 30 },
    drip: { joins: 60, hours: 1 },
  },
  text: { reach: 'nobody' },
  flood: { score: 0 },
  repeats: { score: 0, near: 0, crowd: 0 },
}
