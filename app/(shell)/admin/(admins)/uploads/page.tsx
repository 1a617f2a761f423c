import { listInput, requireStaff, titledForStaff } from '@/app/_server/staff-page'
import { FindBar } from '@/components/admin/find-bar'
import { JobList } from '@/components/admin/job-list'
import { KeepFresh } from '@/components/admin/keep-fresh'
import { RowList } from '@/components/admin/row-list'
import { UploadRow } from '@/components/admin/upload-row'
import { readText } from '@/components/language/read-text'
import { Box } from '@/components/stats/box'
import { PageHead } from '@/components/ui/page-head'
import { uploadsInput } from '@/lib/admin/schema'
import { listJobs, listUploads } from '@/lib/admin/upload-queries'
import { msg } from '@/lib/language/text'

export const generateMetadata = titledForStaff(msg('Uploads and jobs, admin'), 'uploads:retry')

const PATH = '/admin/uploads'
const STATUSES = [
  { value: 'stored', label: msg('Waiting') },
  { value: 'processing', label: msg('In preparation') },
  { value: 'done', label: msg('Ready') },
  { value: 'failed', label: msg('Failed') },
] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function UploadsPage({ searchParams }: Props) {
  const t = await readText()
  await requireStaff('uploads:retry')
  const input = await listInput(searchParams, uploadsInput)
  const [uploads, jobs] = await Promise.all([listUploads(input), listJobs()])
  return (
    <>
      <KeepFresh everyMs={3_000} />
      <PageHead
        title={t('Uploads and jobs')}
        lead={t('What came in, what the worker makes of it, and what it could not.')}
      />
      <Box title={t('Jobs')} className="mb-6">
        <JobList jobs={jobs} />
      </Box>
      <h2 className="mb-3 font-semibold text-lg">{t('Uploads')}</h2>
      <FindBar
        path={PATH}
        q={input.q}
        what={t('File, song or person')}
        filter={{ name: 'status', chosen: input.status, options: STATUSES }}
      />
      <RowList
        label={t('Uploads')}
        page={uploads}
        place={{ path: PATH, parameters: input }}
        empty={{ title: t('Nothing was uploaded yet'), text: t('Files appear here as they arrive.') }}
      >
        {(upload) => <UploadRow key={upload.id} upload={upload} />}
      </RowList>
    </>
  )
}
