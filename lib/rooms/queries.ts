import type { Viewer } from '@/lib/auth/viewer'
import type { Result } from '@/lib/result'
import type { MemberRole, RoomCard, RoomPreview, RoomSettings, RoomSnapshot } from './schema'

export type Membership = {
  roomId: string
  memberId: string
  role: MemberRole
  displayName: string
  settings: RoomSettings
}

/** The viewer's place in the room. Refuses `room_not_found`, `room_closed`, `banned`, `not_member`. */
export async function memberOf(_roomCode: string, _viewer: Viewer): Promise<Result<Membership>> {
  throw new Error('not yet')
}

/** Everything a browser draws the room from. Refuses as memberOf does. */
export async function roomSnapshot(
  _input: { viewer: Viewer } & ({ code: string } | { roomId: string }),
): Promise<Result<RoomSnapshot>> {
  throw new Error('not yet')
}

/** Refuses `room_not_found`, `room_closed`. */
export async function roomPreview(_code: string): Promise<Result<RoomPreview>> {
  throw new Error('not yet')
}

/** The open rooms that the user is in, the newest first. */
export async function myRooms(_userId: string): Promise<RoomCard[]> {
  throw new Error('not yet')
}
