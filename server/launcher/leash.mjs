// Loaded into every child before its own code: when the launcher is gone, however it went, the child ends too.
if (process.channel) {
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 5_000).unref()
  })
  process.channel.unref()
}
