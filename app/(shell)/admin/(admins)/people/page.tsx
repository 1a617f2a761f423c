import { listInput, requireStaff, titledForStaff } from '@/app/_server/staff-page'
import { FindBar } from '@/components/admin/find-bar'
import { PersonRow } from '@/components/admin/person-row'
import { RowList } from '@/components/admin/row-list'
import { readText } from '@/components/language/read-text'
import { PageHead } from '@/components/ui/page-head'
import { listPeople } from '@/lib/admin/queries'
import { peopleInput } from '@/lib/admin/schema'
import { msg } from '@/lib/language/text'

export const generateMetadata = titledForStaff(msg('People, admin'), 'people:role')

const PATH = '/admin/people'
const ROLES = [
  { value: 'user', label: msg('Users') },
  { value: 'moderator', label: msg('Moderators') },
  { value: 'admin', label: msg('Admins') },
] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function PeoplePage({ searchParams }: Props) {
  const t = await readText()
  const { userId } = await requireStaff('people:role')
  const input = await listInput(searchParams, peopleInput)
  return (
    <>
      <PageHead
        title={t('People')}
        lead={t('Moderators block songs and close rooms. Admins do everything on these pages.')}
      />
      <FindBar
        path={PATH}
        q={input.q}
        what={t('Name or e-mail address')}
        filter={{ name: 'role', chosen: input.role, options: ROLES }}
      />
      <RowList
        label={t('People')}
        page={await listPeople(input)}
        place={{ path: PATH, parameters: input }}
        empty={{ title: t('Nobody yet'), text: t('Accounts appear here as people sign up.') }}
      >
        {(person) => <PersonRow key={person.userId} person={person} isMe={person.userId === userId} />}
      </RowList>
    </>
  )
}
