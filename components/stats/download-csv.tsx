'use client'
import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { csvText } from './csv'

/** The table as a file, made in the browser from what is shown. */
export function DownloadCsv({
  fileName,
  head,
  rows,
}: {
  fileName: string
  head: string[]
  rows: (string | number)[][]
}) {
  const download = () => {
    // Spreadsheets take a file without the mark for their own old encoding.
    const url = URL.createObjectURL(new Blob(['\uFEFF', csvText(head, rows)], { type: 'text/csv;charset=utf-8' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: fileName })
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Button variant="line" onClick={download}>
      <Download aria-hidden="true" strokeWidth={1.75} />
      CSV
    </Button>
  )
}
