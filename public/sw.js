// Keeps what every page is made of, and a page that says so when there is no connection. Nothing personal is kept:
// no page, no answer of the API, no sound.

const SHELL = 'shell-3'
const SHELL_FILES = ['/offline.html', '/offline.js', '/icons/192.png', '/icon.svg']
/** Their names hold a hash of what is in them: what was fetched once is right for ever. */
const BUILT = 'built-1'
const MOST_BUILT = 250

self.addEventListener('install', (event) => {
  // Not by way of this script: what a page sends as it goes would end with it half the time.
  event.addRoutes?.([{ condition: { urlPattern: '/api/*' }, source: 'network' }])
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(SHELL_FILES)).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== SHELL && name !== BUILT) await caches.delete(name)
      // The page is asked for while this script still starts.
      await self.registration.navigationPreload?.enable()
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin || request.headers.has('range')) return
  if (request.mode === 'navigate') event.respondWith(page(event))
  else if (url.pathname.startsWith('/_next/static/')) event.respondWith(built(event))
  else if (SHELL_FILES.includes(url.pathname)) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})

async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch (error) {
    const offline = await caches.match('/offline.html')
    if (!offline) throw error
    return offline
  }
}

async function built(event) {
  const cache = await caches.open(BUILT)
  const kept = await cache.match(event.request)
  if (kept) return kept
  const answer = await fetch(event.request)
  if (answer.ok && answer.status === 200) event.waitUntil(keep(cache, event.request, answer.clone()))
  return answer
}

/** The oldest go first: they are of builds before. */
async function keep(cache, request, answer) {
  await cache.put(request, answer)
  const requests = await cache.keys()
  for (const old of requests.slice(0, -MOST_BUILT)) await cache.delete(old)
}
