'use client'

import { useEffect } from 'react'

/** Makes Earshot installable and gives it a page for when there is no connection. Browsers allow it on https and localhost. */
export function ServiceWorker() {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    if (process.env.NODE_ENV === 'production') {
      navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => {
        // Private windows of some browsers refuse: everything works without.
      })
      return
    }
    // One of a build that ran at this address before would serve its files.
    navigator.serviceWorker.getRegistrations().then((all) => {
      for (const registration of all) void registration.unregister()
    })
  }, [])
  return null
}
