import type { Method, Operation } from './operations'

const admin = { by: 'admin' } as const
const staff = { by: 'staff' } as const

/** What those who run the installation may call. For everyone else these addresses are not there (404). */
export const adminOperations = {
  '/api/admin/songs': {
    get: { does: 'Uploaded songs, the newest first', query: 'adminSongs', answers: 'AdminSongs', ...staff },
  },
  '/api/admin/songs/{id}/block': {
    put: { does: 'Take a song down', body: 'BlockSong', answers: null, status: 204, ...staff },
    delete: { does: 'Bring it back', answers: null, status: 204, ...staff },
  },
  '/api/admin/songs/{id}/explicit': {
    put: { does: 'Mark a song as explicit', answers: null, status: 204, ...staff },
    delete: { does: 'Say that it is not', answers: null, status: 204, ...staff },
  },
  '/api/admin/rooms': {
    get: { does: 'Open rooms, private ones too', query: 'adminRooms', answers: 'AdminRooms', ...staff },
  },
  '/api/admin/rooms/{code}': {
    delete: { does: 'Close a room, with a reason', body: 'CloseRoom', answers: null, status: 204, ...staff },
  },
  '/api/admin/people': {
    get: { does: 'Accounts, the newest first', query: 'adminPeople', answers: 'AdminPeople', ...admin },
  },
  '/api/admin/people/{id}': {
    patch: { does: 'Change a role, never one’s own', body: 'ChangeUserRole', answers: null, status: 204, ...admin },
  },
  '/api/admin/uploads': {
    get: { does: 'Everybody’s uploads with their log', query: 'adminUploads', answers: 'AdminUploads', ...admin },
  },
  '/api/admin/uploads/{id}/retry': {
    post: { does: 'Process a failed upload again', answers: null, status: 204, ...admin },
  },
  '/api/admin/jobs': { get: { does: 'What the worker has before it', answers: 'AdminJobs', ...admin } },
  '/api/admin/jobs/{id}/retry': {
    post: { does: 'Let a job that has failed for good begin again', answers: null, status: 204, ...admin },
  },
  '/api/admin/caches': { get: { does: 'How the caches do, in all processes', answers: 'Caches', ...admin } },
  '/api/admin/caches/{kind}': {
    delete: { does: 'Forget everything of a kind', answers: null, status: 204, ...admin },
  },
  '/api/admin/audit': {
    get: { does: 'What admins and moderators did', query: 'audit', answers: 'AuditLog', ...admin },
  },
} as const satisfies Record<string, Partial<Record<Method, Operation>>>
