/** Next calls it once when the web process starts. */
export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE !== 'phase-production-build') {
    const { startReports } = await import('@/lib/metrics/report')
    startReports({ name: 'web' })
  }
}
