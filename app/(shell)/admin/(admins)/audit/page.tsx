import { listInput, requireStaff, titledForStaff } from '@/app/_server/staff-page'
import { AuditRow, DEEDS } from '@/components/admin/audit-row'
import { FindBar } from '@/components/admin/find-bar'
import { RowList } from '@/components/admin/row-list'
import { readText } from '@/components/language/read-text'
import { PageHead } from '@/components/ui/page-head'
import { listAudit } from '@/lib/admin/queries'
import { AUDIT_ACTIONS, auditInput } from '@/lib/admin/schema'
import { msg } from '@/lib/language/text'

export const generateMetadata = titledForStaff(msg('Audit log, admin'), 'audit:read')

const PATH = '/admin/audit'
const ACTIONS = AUDIT_ACTIONS.map((value) => ({ value, label: DEEDS[value] }))

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AuditPage({ searchParams }: Props) {
  const t = await readText()
  await requireStaff('audit:read')
  const input = await listInput(searchParams, auditInput)
  return (
    <>
      <PageHead
        title={t('Audit log')}
        lead={t('What admins and moderators did, with the reason they gave. Nobody can change it.')}
      />
      <FindBar
        path={PATH}
        q={input.q}
        what={t('Who, what or why')}
        filter={{ name: 'action', chosen: input.action, options: ACTIONS }}
      />
      <RowList
        label={t('Deeds')}
        page={await listAudit(input)}
        place={{ path: PATH, parameters: input }}
        empty={{
          title: t('Nothing was done yet'),
          text: t('Blocks, closed rooms, roles and retries are written down here.'),
        }}
      >
        {(entry) => <AuditRow key={entry.id} entry={entry} />}
      </RowList>
    </>
  )
}
