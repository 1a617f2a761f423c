/**
 * How many must want to skip, of so many who are here: at least one. Here is whoever has a connected browser, also a
 * silent one: people who share a speaker hear the song too. Screens are nobody.
 */
export function skipsNeeded(here: number, percent: number): number {
  return Math.max(1, Math.ceil((here * percent) / 100))
}
