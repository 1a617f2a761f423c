import { readdir } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { changeEmail, changePassword } from '@/lib/account/credentials'
import { deleteAccount } from '@/lib/account/delete'
import { exportAccount } from '@/lib/account/export'
import { changeDisplayName, clearAvatar, setAvatar } from '@/lib/account/profile'
import { signIn } from '@/lib/auth/mutations'
import { hashPassword } from '@/lib/auth/password'
import { closeBus } from '@/lib/bus'
import { closeCache } from '@/lib/cache/close'
import { sendMessage } from '@/lib/chat/mutations'
import { db } from '@/lib/db'
import { likeTrack } from '@/lib/likes/mutations'
import { mediaRoot } from '@/lib/media/storage'
import { createPlaylist } from '@/lib/playlists/mutations'
import { updatePreferences } from '@/lib/preferences/mutations'
import { addStream, upvoteStream } from '@/lib/queue/mutations'
import { writeReview } from '@/lib/reviews/mutations'
import { trackRatings } from '@/lib/reviews/queries'
import { createRoom as openRoom } from '@/lib/rooms/mutations'
import { myRooms, roomSnapshot } from '@/lib/rooms/queries'
import { differences } from '@/lib/stats/verify'
import { createGuest, createMember, createRoom } from '@/tests/factories/rooms'
import { createTrack } from '@/tests/factories/tracks'
import { createUser } from '@/tests/factories/users'
import { eventsOf } from '../support/bus-events'
import { granted, refusalOf } from '../support/results'

afterAll(async () => {
  await closeCache()
  await closeBus()
})

const password = 'kitchen at midnight'
const passwordHash = await hashPassword(password)
const withPassword = (userId: string) => db().user.update({ where: { id: userId }, data: { passwordHash } })

// First, while nobody else is an admin.
test('the only admin among others stays', async () => {
  const admin = await createUser({ role: 'admin' })
  await createUser()
  await withPassword(admin.id)
  expect(refusalOf(await deleteAccount({ userId: admin.id, currentPassword: password }))).toBe('forbidden')
  await createUser({ role: 'admin' })
  granted(await deleteAccount({ userId: admin.id, currentPassword: password }))
})

test('an account that ends leaves songs, numbers and rooms as they are, and no name', async () => {
  const { room, host, user } = await createRoom()
  await withPassword(user.id)
  const moderator = await createMember(room.id, { role: 'moderator' })
  const alone = granted(await openRoom({ userId: user.id, name: 'Attic', isPublic: false }))
  const track = await createTrack({ uploaderId: user.id })
  const { streamId } = granted(await addStream({ memberId: host.id, trackId: track.id }))
  granted(await upvoteStream({ memberId: moderator.id, streamId }))
  granted(await upvoteStream({ memberId: host.id, streamId }))
  granted(await sendMessage({ memberId: host.id, text: 'Hello' }))
  granted(await createPlaylist({ userId: user.id, name: 'Mine', trackIds: [track.id] }))
  granted(await likeTrack({ userId: user.id, trackId: track.id }))
  granted(await updatePreferences({ userId: user.id, changes: { favoriteGenres: ['Dub'] } }))
  granted(await writeReview({ userId: user.id, trackId: track.id, rating: 5, text: 'Loud' }))

  expect(refusalOf(await deleteAccount({ userId: user.id, currentPassword: 'guess' }))).toBe('wrong_credentials')
  granted(await deleteAccount({ userId: user.id, currentPassword: password }))

  expect(await db().user.count({ where: { id: user.id } })).toBe(0)
  expect(await db().song.findFirst({ where: { trackId: track.id } })).toMatchObject({
    uploaderId: null,
    status: 'ready',
  })
  expect(await db().room.findUnique({ where: { id: room.id } })).toMatchObject({
    hostId: moderator.userId,
    closedAt: null,
  })
  expect(await db().room.findUnique({ where: { id: alone.id } })).toMatchObject({
    hostId: null,
    closedAt: expect.any(Date),
  })
  const ghost = await db().roomMember.findUniqueOrThrow({ where: { id: host.id }, include: { stats: true } })
  expect(ghost).toMatchObject({
    userId: null,
    displayName: 'Former member',
    role: 'listener',
    leftAt: expect.any(Date),
  })
  expect(ghost.personId).not.toBe(user.id)
  expect(ghost.stats).toMatchObject({ totalAdded: 1, totalLikesGot: 2, totalLikesGiven: 1 })
  expect(await db().roomMessage.count({ where: { memberId: host.id } })).toBe(0)
  expect(await db().playlist.count({ where: { userId: user.id } })).toBe(0)
  expect(await trackRatings(track.id)).toMatchObject({ count: 0 })
  expect(await differences()).toEqual([])
  await expect.poll(() => eventsOf(alone.id).map(({ type }) => type)).toEqual(['room:closed'])
  await expect.poll(() => eventsOf(room.id).map(({ type }) => type)).toContain('member:left')
  const viewer = { kind: 'user', userId: moderator.userId ?? '', username: '', displayName: '', role: 'user' } as const
  const snapshot = granted(await roomSnapshot({ roomId: room.id, viewer }))
  expect(snapshot.me.role).toBe('host')
  expect(JSON.stringify(snapshot)).not.toContain(user.displayName)
})

test('an export has everything of mine and nothing of others', async () => {
  const { host, user, room } = await createRoom()
  const other = await createUser({ displayName: 'Somebody else' })
  const track = await createTrack({ title: 'Copper Hours' })
  granted(await addStream({ memberId: host.id, trackId: track.id }))
  granted(await createPlaylist({ userId: user.id, name: 'Mine', trackIds: Array(1200).fill(track.id).slice(0, 500) }))
  granted(await createPlaylist({ userId: other.id, name: 'Not mine', trackIds: [track.id] }))
  await createGuest(room.id, { displayName: 'A guest' })
  let text = ''
  for await (const piece of granted(await exportAccount(user.id))) text += piece
  const all = JSON.parse(text)
  expect(all).toMatchObject({
    profile: { id: user.id, email: user.email },
    playlists: [{ name: 'Mine' }],
    rooms: [{ room: { code: room.code } }],
    addedToRooms: [{ track: { title: 'Copper Hours' } }],
  })
  expect(all.playlistSongs).toHaveLength(500)
  expect(text).not.toMatch(/passwordHash|refreshToken|Not mine|A guest|Somebody else/)
})

test('a new name and picture show in the rooms that one is in, and old pictures go', async () => {
  const { room, host, user } = await createRoom()
  const picture = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#28c' } })
    .jpeg()
    .toBuffer()
  const files = () => readdir(path.join(mediaRoot(), 'avatars')).catch(() => [])
  granted(await changeDisplayName({ userId: user.id, displayName: 'Ruth' }))
  const profiles = await Promise.all(
    [1, 2].map(async () => granted(await setAvatar({ userId: user.id, bytes: picture }))),
  )
  expect(profiles).toMatchObject([{ displayName: 'Ruth' }, { displayName: 'Ruth' }])
  expect(await files()).toHaveLength(1)
  const viewer = { kind: 'user', userId: user.id, username: '', displayName: '', role: 'user' } as const
  const { members } = granted(await roomSnapshot({ roomId: room.id, viewer }))
  const [file] = await files()
  expect(members).toMatchObject([{ memberId: host.id, displayName: 'Ruth', avatarUrl: `/media/avatars/${file}` }])
  await expect.poll(() => eventsOf(room.id).map(({ type }) => type)).toEqual(Array(3).fill('member:changed'))
  expect(refusalOf(await setAvatar({ userId: user.id, bytes: Buffer.from('no picture') }))).toBe('not_image')
  expect(granted(await clearAvatar(user.id))).toMatchObject({ avatarUrl: null })
  expect(await files()).toHaveLength(0)
  expect((await myRooms(user.id)).length).toBe(1)
})

test('a password changes with the one until now, and signs out every other browser', async () => {
  const user = await createUser()
  await withPassword(user.id)
  const devices = [crypto.randomUUID(), crypto.randomUUID()]
  for (const deviceId of devices)
    await db().deviceSession.create({
      data: {
        userId: user.id,
        deviceId,
        refreshTokenHash: deviceId,
        userAgent: '',
        expiresAt: new Date(Date.now() + 1e6),
      },
    })
  const device = { userId: user.id, deviceId: devices[0] ?? '' }
  const change = (currentPassword: string) => changePassword({ device, currentPassword, password: 'another kitchen' })
  expect(await change('guess')).toMatchObject({
    refusal: { fields: { currentPassword: expect.stringContaining('4 tries') } },
  })
  expect(granted(await change(password))).toEqual({ ended: 1 })
  const attempt = (given: string) =>
    signIn({ login: user.username, password: given, address: '10.0.0.1', deviceId: null })
  expect(refusalOf(await attempt(password))).toBe('wrong_credentials')
  expect(await attempt('another kitchen')).toMatchObject({ ok: true })
})

test('an address that somebody has is refused, whatever its case', async () => {
  const [one, two] = [await createUser(), await createUser()]
  await withPassword(one.id)
  const change = (email: string) => changeEmail({ userId: one.id, currentPassword: password, email })
  expect(refusalOf(await change(two.email.toUpperCase()))).toBe('taken')
  expect(granted(await change('new@example.org'))).toEqual({ email: 'new@example.org' })
})
