// Loaded with --require, when the process has its main thread and V8's own: those of libuv come later, as it needs them.
// What compiles and collects garbage beside the main thread takes turns with it as an equal, up to 4 ms at a time on a
// busy core, and a whole room waits for the main thread. Here they give way to it.
const { readdirSync } = require('node:fs')
const os = require('node:os')

const MAY_WAIT = os.constants.priority.PRIORITY_LOW

function giveWay() {
  const threads = readdirSync('/proc/self/task').map(Number)
  for (const thread of threads) if (thread !== process.pid) os.setPriority(thread, MAY_WAIT)
}

// Linux alone has a priority for each thread.
if (process.platform === 'linux') {
  try {
    giveWay()
  } catch {
    // A sandbox may hide or forbid it: then they go on as equals.
  }
}
