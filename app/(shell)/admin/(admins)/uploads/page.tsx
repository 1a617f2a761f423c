import type { Metadata } from 'next'
import { listInput, requireStaff } from '@/app/_server/staff-page'
import { FindBar } from '@/components/admin/find-bar'
import { JobList } from '@/components/admin/job-list'
import { KeepFresh } from '@/components/admin/keep-fresh'
import { RowList } from '@/components/admin/row-list'
import { UploadRow } from '@/components/admin/upload-row'
import { Box } from '@/components/stats/box'
import { PageHead } from '@/components/ui/page-head'
import { uploadsInput } from '@/lib/admin/schema'
import { listJobs, listUploads } from '@/lib/admin/upload-queries'

export const metadata: Metadata = { title: 'Uploads and jobs, admin', robots: { index: false } }

const PATH = '/admin/uploads'
const STATUSES = [
  { value: 'stored', label: 'Waiting' },
  { value: 'processing', label: 'In preparation' },
  { value: 'done', label: 'Ready' },
  { value: 'failed', label: 'Failed' },
] as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function UploadsPage({ searchParams }: Props) {
  await requireStaff('uploads:retry')
  const input = await listInput(searchParams, uploadsInput)
  const [uploads, jobs] = await Promise.all([listUploads(input), listJobs()])
  return (
    <>
      <KeepFresh everyMs={3_000} />
      <PageHead title="Uploads and jobs" lead="What came in, what the worker makes of it, and what it could not." />
      <Box title="Jobs" className="mb-6">
        <JobList jobs={jobs} />
      </Box>
      <h2 className="mb-3 font-semibold text-lg">Uploads</h2>
      <FindBar
        path={PATH}
        q={input.q}
        what="File, song or person"
        filter={{ name: 'status', chosen: input.status, options: STATUSES }}
      />
      <RowList
        label="Uploads"
        page={uploads}
        place={{ path: PATH, parameters: input }}
        empty={{ title: 'Nothing was uploaded yet', text: 'Files appear here as they arrive.' }}
      >
        {(upload) => <UploadRow key={upload.id} upload={upload} />}
      </RowList>
    </>
  )
}
