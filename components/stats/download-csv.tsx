'use client'
import { Download } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { csvText } from './csv'
import { saveFile } from './save-file'

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
    saveFile(fileName, new Blob(['\uFEFF', csvText(head, rows)], { type: 'text/csv;charset=utf-8' }))
  }
  return (
    <Button variant="line" onClick={download}>
      <Download aria-hidden="true" strokeWidth={1.75} />
      CSV
    </Button>
  )
}
