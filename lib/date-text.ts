/** "27 Nov 2026": the day of UTC, so that servers and browsers say the same. */
export const dateText = (locale: string, at: Date | string): string =>
  new Date(at).toLocaleDateString(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
