// Loads the page that offline.html stands for, as soon as the server answers again.

const ASK_EVERY_MS = 4000

async function comeBack() {
  try {
    // The server may be there while one of its parts is not: the page itself says so.
    await fetch('/api/health', { cache: 'no-store' })
    location.reload()
  } catch {
    // Still away.
  }
}

// At its own address it stands for no other.
if (location.pathname !== '/offline.html') {
  addEventListener('online', comeBack)
  setInterval(comeBack, ASK_EVERY_MS)
}
