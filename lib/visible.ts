/** Something must show: letters that draw nothing make no name and no message. */
export const VISIBLE = /[^\s\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/u

/** Unseen on every screen, and PostgreSQL refuses some of them. Lines may break. */
const CONTROLS = /[^\P{Cc}\n]/gu

/** What people write over several lines, as it is kept: nobody fills a screen with empty ones. */
export const tidyLines = (text: string) =>
  text
    .replace(CONTROLS, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
