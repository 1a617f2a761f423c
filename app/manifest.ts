import type { MetadataRoute } from 'next'

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Earshot',
    lang: 'en',
    short_name: 'Earshot',
    description: 'A listening room: one code, everyone adds and votes, every browser plays the same instant.',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#090d0e',
    theme_color: '#090d0e',
    categories: ['music', 'social'],
    icons: [
      { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
    shortcuts: [{ name: 'Type a code', url: '/join' }],
  }
}
