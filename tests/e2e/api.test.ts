import { expect, inject, test } from 'vitest'
import { type ViewName, views } from '@/lib/openapi/all-views'
import { peopleViews } from '@/lib/openapi/views'
import { HttpBrowser, PASSWORD, signedInBrowser } from '@/tests/support/http-browser'
import { makeStaff } from '@/tests/support/make-staff'

// The running product answers exactly what its description says: nothing missing, and nothing more.
const baseUrl = inject('baseUrl')

async function view(name: ViewName, response: Response) {
  expect(response.status, await response.clone().text()).toBeLessThan(300)
  const body = await response.json()
  expect(views[name].safeParse(body).error?.issues ?? []).toEqual([])
  return body
}

test('the description is served', async () => {
  const response = await fetch(`${baseUrl}/api/openapi.json`)
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(await response.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Earshot' } })
  expect(await (await fetch(`${baseUrl}/docs/api`)).text()).toContain(
    `curl -b cookies.txt -c cookies.txt &#x27;${baseUrl}/api/health`,
  )
})

test('health says how each part is', async () => {
  const health = await view('Health', await fetch(`${baseUrl}/api/health`))
  expect(health).toEqual({ status: 'ok', database: 'ok', realtime: 'ok', worker: 'ok', cache: 'memory' })
})

test('nobody learns the address of the realtime process', async () => {
  for (const path of ['/media/none/high.m4a', '/socket.io?EIO=4&transport=polling']) {
    const { headers } = await fetch(`${inject('baseUrl')}${path}`)
    expect([...headers].join('\n')).not.toContain('127.0.0.1')
  }
})

test('songs, people and a whole room answer as described', async () => {
  const { browser: host } = await signedInBrowser(baseUrl)
  const { items } = await view('TrackList', await host.ask('GET', '/api/tracks?limit=3'))
  const [track] = items
  await view('TrackDetails', await host.ask('GET', `/api/tracks/${track.id}`))
  await view('TrackList', await host.ask('GET', `/api/search?q=${encodeURIComponent(track.title)}`))
  await view('Profile', await host.ask('GET', '/api/me'))
  await view('DeviceList', await host.ask('GET', '/api/me/devices'))
  await view('UploadList', await host.ask('GET', '/api/uploads'))
  await view('UsernameAvailable', await host.ask('GET', '/api/users/available?username=nobody.has.it'))

  const { code } = await view('Room', await host.ask('POST', '/api/rooms', { name: 'Kitchen' }))
  const room = `/api/rooms/${code}`
  await view('RoomPreview', await new HttpBrowser(baseUrl).ask('GET', `${room}/preview`))
  const guest = new HttpBrowser(baseUrl)
  await view('Joined', await guest.ask('POST', `${room}/members`, { displayName: 'Bo' }))

  const { streamId } = await view('StreamAdded', await guest.ask('POST', `${room}/streams`, { trackId: track.id }))
  const next = await view('StreamAdded', await host.ask('POST', `${room}/streams`, { trackId: items[1].id }))
  await view('VoteState', await host.ask('PUT', `${room}/streams/${streamId}/upvote`))
  await view('VoteState', await host.ask('DELETE', `${room}/streams/${streamId}/upvote`))
  await view('QueueOrder', await host.ask('PATCH', `${room}/queue`, { streamIds: [next.streamId] }))
  await host.ask('DELETE', `${room}/streams/${next.streamId}`)
  await view('StreamAdded', await host.ask('POST', `${room}/streams/${next.streamId}/restore`))
  await view('PlaybackAnswer', await host.ask('POST', `${room}/playback`, { action: 'play' }))
  const { nowPlaying, members } = await view('RoomSnapshot', await guest.ask('GET', room))
  expect(nowPlaying).not.toBeNull()
  await view('Member', await host.ask('PATCH', `${room}/members/${bo(members)}`, { role: 'moderator' }))
  await view('Room', await host.ask('PATCH', room, { name: 'Living room' }))
  await view('QueuePage', await host.ask('GET', `${room}/history`))
  await view('Comeback', await host.ask('GET', `${room}/comeback`))
  await view('RoomTrending', await host.ask('GET', `${room}/trending`))
  await view('RoomStats', await host.ask('GET', `${room}/stats`))
  await view('SkipState', await guest.ask('PUT', `${room}/skip-vote`))
  await view('BannedList', await host.ask('GET', `${room}/bans`))
  await view('PlaylistCard', await host.ask('POST', `${room}/playlist`))
  await view('MyStats', await guest.ask('GET', '/api/me/stats'))
  await view('RoomList', await host.ask('GET', '/api/rooms'))
  await view('Trending', await host.ask('GET', '/api/trending'))
  await view('Leaderboard', await host.ask('GET', '/api/leaderboards/songs'))
  expect((await host.ask('DELETE', room)).status).toBe(204)
  const refused = await guest.ask('GET', room)
  expect(refused.status).toBe(409)
  expect(peopleViews.Error.parse(await refused.json()).error.code).toBe('room_closed')
})

test('a library and an account answer as described', async () => {
  const { browser: me } = await signedInBrowser(baseUrl)
  const { items } = await view('TrackList', await me.ask('GET', '/api/tracks?limit=3'))
  const [trackId, another] = items.map(({ id }: { id: string }) => id)
  await view('LikeState', await me.ask('PUT', `/api/me/likes/${trackId}`))
  await view('LikedTracks', await me.ask('GET', '/api/me/likes'))
  await view('LikedAmong', await me.ask('GET', `/api/me/likes/among?trackIds=${trackId},${another}`))
  const nobody = await new HttpBrowser(baseUrl).ask('GET', `/api/me/likes/among?trackIds=${trackId}`)
  expect(await view('LikedAmong', nobody)).toEqual({ trackIds: null })

  const { id } = await view('PlaylistCard', await me.ask('POST', '/api/playlists', { name: 'Kitchen' }))
  const list = `/api/playlists/${id}`
  const added = await view('TracksAdded', await me.ask('POST', `${list}/tracks`, { trackIds: [trackId, another] }))
  const entry = `${list}/tracks/${added.items[1].entryId}`
  expect((await me.ask('PATCH', entry, { afterId: null })).status).toBe(204)
  await view('PlaylistEntries', await me.ask('GET', `${list}/tracks`))
  await view('EntryRemoved', await me.ask('DELETE', entry))
  await view('PlaylistCard', await me.ask('PATCH', list, { isPublic: true }))
  await view('Playlist', await new HttpBrowser(baseUrl).ask('GET', list))
  await view('MyPlaylists', await me.ask('GET', `/api/playlists?containing=${trackId}`))
  await view('PlaylistCard', await me.ask('POST', `${list}/copy`))
  const { code } = await view('Room', await me.ask('POST', '/api/rooms', { name: 'Kitchen' }))
  await view('StreamsAdded', await me.ask('POST', `/api/rooms/${code}/playlists`, { playlistId: id }))
  const csv = await me.ask('GET', `${list}/export?format=csv`)
  expect(csv.headers.get('content-disposition')).toContain('filename="Kitchen.csv"')
  const headers = { 'content-type': 'application/octet-stream' }
  const came = await me.send('POST', '/api/playlists/import?fileName=a.csv', await csv.text(), headers)
  for (const line of (await came.text()).trim().split('\n')) views.ImportEvent.parse(JSON.parse(line))

  await view('Profile', await me.ask('PATCH', '/api/me', { displayName: 'Ruth' }))
  await view('Preferences', await me.ask('PATCH', '/api/me/preferences', { notices: { songs: false } }))
  await view('Preferences', await me.ask('GET', '/api/me/preferences'))
  expect(await (await me.ask('GET', '/api/me/export')).json()).toMatchObject({
    playlists: expect.arrayContaining([expect.objectContaining({ id })]),
  })
  const secret = { currentPassword: PASSWORD }
  await view('EmailChanged', await me.ask('PUT', '/api/me/email', { ...secret, email: `${id}@example.org` }))
  await view('DevicesEnded', await me.ask('PUT', '/api/me/password', { ...secret, password: 'another kitchen' }))
  expect((await me.ask('DELETE', '/api/me', { currentPassword: 'another kitchen' })).status).toBe(204)
})

test('what admins may ask answers as described', async () => {
  const { browser: admin, username } = await signedInBrowser(baseUrl)
  await makeStaff(username)
  await admin.ask('POST', '/api/rooms', { name: 'Kitchen' })
  await view('AdminSongs', await admin.ask('GET', '/api/admin/songs'))
  await view('AdminUploads', await admin.ask('GET', '/api/admin/uploads?status=done'))
  await view('AdminJobs', await admin.ask('GET', '/api/admin/jobs'))
  await view('AdminPeople', await admin.ask('GET', '/api/admin/people'))
  await view('AdminRooms', await admin.ask('GET', '/api/admin/rooms?q=kitchen'))
  expect((await admin.ask('DELETE', '/api/admin/caches/search')).status).toBe(204)
  await view('Caches', await admin.ask('GET', '/api/admin/caches'))
  await view('AuditLog', await admin.ask('GET', '/api/admin/audit'))
})

function bo(members: { memberId: string; displayName: string }[]) {
  return members.find(({ displayName }) => displayName === 'Bo')?.memberId
}
