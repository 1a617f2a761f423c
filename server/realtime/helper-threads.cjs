// Loaded with --require, when the process has its main thread and V8's own: those of libuv come later, as it needs them.
// What compiles and collects garbage beside the main thread takes turns with it as an equal, up to 4 ms at a time on a
// busy core, and a whole room waits for the main thread. Here they give way to it.
const { readdirSync } = require('node:fs')
const os = require('node:os')

const MAY_WAIT = os.constants.priority.PRIORITY_LOW

// Linux alone has a priority for each thread.
if (process.platform === 'linux') {
  const helpers = readdirSync('/proc/self/task')
    .map(Number)
    .filter((thread) => thread !== process.pid)
  for (const thread of helpers) os.setPriority(thread, MAY_WAIT)
}
