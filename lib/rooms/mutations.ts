import type { Viewer } from '@/lib/auth/viewer'
import type { Result } from '@/lib/result'
import type { CreateRoomInput, MemberRole, MemberView, RoomView, UpdateRoomInput } from './schema'

export type Joined = {
  roomId: string
  memberId: string
  role: MemberRole
  /** Set when the viewer was nobody: the guest that they are from now on. */
  newGuestId: string | null
}
type ByMember = { roomId: string; memberId: string }

export async function createRoom(_input: { userId: string } & CreateRoomInput): Promise<RoomView> {
  throw new Error('not yet')
}

/** Idempotent. Refuses `room_not_found`, `room_closed`, `room_locked`, `banned`, `invalid_input` (a guest without a name). */
export async function joinRoom(_input: {
  code: string
  viewer: Viewer
  displayName?: string | undefined
}): Promise<Result<Joined>> {
  throw new Error('not yet')
}

/** Refuses `not_member`, and `forbidden` to the host, who closes the room instead. */
export async function leaveRoom(_input: ByMember): Promise<Result<void>> {
  throw new Error('not yet')
}

/** Refuses `forbidden` to all but the host, `room_closed`. */
export async function updateRoom(_input: ByMember & { changes: UpdateRoomInput }): Promise<Result<RoomView>> {
  throw new Error('not yet')
}

/** For the host, and for an admin of the installation. */
export async function closeRoom(_input: { code: string; viewer: Viewer }): Promise<Result<void>> {
  throw new Error('not yet')
}

/** Refuses `forbidden` (oneself, an equal, a superior), `not_found`. The role that they have changes nothing. */
export async function changeRole(
  _input: ByMember & { targetId: string; role: 'moderator' | 'listener' },
): Promise<Result<MemberView>> {
  throw new Error('not yet')
}

/** With `ban` they can't come back. Refuses `forbidden` (oneself, an equal, a superior), `not_found` (gone already). */
export async function kickMember(_input: ByMember & { targetId: string; ban?: boolean }): Promise<Result<void>> {
  throw new Error('not yet')
}

/** A guest who signs up or in keeps their rooms; the statistics follow. */
export async function claimGuestMemberships(_input: { guestId: string; userId: string }): Promise<void> {
  throw new Error('not yet')
}
