// Loaded into every child before its own code: when the launcher is gone, however it went, the child ends too.
// A child may pass it on to its own children (next dev does), who have another parent and another channel.
if (process.channel && process.ppid === Number(process.env.EARSHOT_LAUNCHER)) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 5_000).unref()
  })
  process.channel.unref()
}
