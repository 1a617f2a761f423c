import { Avatar } from '@/components/ui/avatar'
import { Since } from '@/components/ui/since'
import { Tag } from '@/components/ui/tag'

export type ProfileView = {
  id: string
  username: string
  email: string
  displayName: string
  role: 'user' | 'moderator' | 'admin'
  /** ISO. */
  createdAt: string
}

export function Profile({ profile }: { profile: ProfileView }) {
  return (
    <div className="flex items-start gap-4">
      <Avatar id={profile.id} name={profile.displayName} size="l" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="truncate font-semibold text-lg">{profile.displayName}</span>
          {profile.role !== 'user' && <Tag variant="accent">{profile.role === 'admin' ? 'Admin' : 'Moderator'}</Tag>}
        </div>
        <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-text-2">
          <dt className="text-text-3">Username</dt>
          <dd className="truncate">{profile.username}</dd>
          <dt className="text-text-3">Email</dt>
          <dd className="truncate">{profile.email}</dd>
          <dt className="text-text-3">Here since</dt>
          <dd>
            <Since iso={profile.createdAt} />
          </dd>
        </dl>
      </div>
    </div>
  )
}
