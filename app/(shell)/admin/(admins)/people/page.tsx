import type { Metadata } from 'next'
import { listInput, requireStaff } from '@/app/_server/staff-page'
import { FindBar } from '@/components/admin/find-bar'
import { PersonRow } from '@/components/admin/person-row'
import { RowList } from '@/components/admin/row-list'
import { PageHead } from '@/components/ui/page-head'
import { listPeople } from '@/lib/admin/queries'
import { peopleInput } from '@/lib/admin/schema'

export const metadata: Metadata = { title: 'People, admin', robots: { index: false } }

const PATH = '/admin/people'
const ROLES = [
  { value: 'user', label: 'Users' },
  { value: 'moderator', label: 'Moderators' },
  { value: 'admin', label: 'Admins' },
] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PeoplePage({ searchParams }: Props) {
  const { userId } = await requireStaff('people:role')
  const input = await listInput(searchParams, peopleInput)
  return (
    <>
      <PageHead title="People" lead="Moderators block songs and close rooms. Admins do everything on these pages." />
      <FindBar
        path={PATH}
        q={input.q}
        what="Name or e-mail address"
        filter={{ name: 'role', chosen: input.role, options: ROLES }}
      />
      <RowList
        label="People"
        page={await listPeople(input)}
        place={{ path: PATH, parameters: input }}
        empty={{ title: 'Nobody yet', text: 'Accounts appear here as people sign up.' }}
      >
        {(person) => <PersonRow key={person.userId} person={person} isMe={person.userId === userId} />}
      </RowList>
    </>
  )
}
