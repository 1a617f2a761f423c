'use client'
import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { RestFailed } from './rest-failed'
import { useNextPage } from './use-next-page'

const ROW_PX = 64
/** So many rows before the end, the next page is asked for. */
const AHEAD = 40

export type RowPlace = { style: CSSProperties; 'aria-posinset': number; 'aria-setsize': number }

/** A list of which only the rows on the screen are there, however long it is. It scrolls with the page. */
export function VirtualRows({
  label,
  count,
  total,
  keep = -1,
  onEnd,
  children,
}: {
  label: string
  /** Rows that have come. */
  count: number
  /** Rows there are in all. */
  total: number
  /** The row that must stay in the document, as the one under the pointer. */
  keep?: number
  /** The end of what has come is near. Answers why nothing more came, where something should have. */
  onEnd?: () => Promise<string | null>
  children: (index: number, place: RowPlace) => ReactNode
}) {
  const list = useRef<HTMLUListElement>(null)
  const margin = useTop(list)
  const rangeExtractor = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range)
      return keep < 0 || shown.includes(keep) ? shown : [...shown, keep].sort((a, b) => a - b)
    },
    [keep],
  )
  const rows = useWindowVirtualizer({
    count,
    estimateSize: () => ROW_PX,
    overscan: 10,
    scrollMargin: margin,
    rangeExtractor,
    // The first rows are drawn by the server as well.
    initialRect: { width: 1200, height: 900 },
  })
  const shown = rows.getVirtualItems()
  const isNearEnd = (shown.at(-1)?.index ?? 0) >= count - AHEAD
  const { failure, ask } = useNextPage(isNearEnd ? count : null, onEnd)
  return (
    <>
      <ul ref={list} aria-label={label} className="relative" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start }) =>
          children(index, {
            style: { position: 'absolute', insetInline: 0, top: start - margin, height: ROW_PX },
            'aria-posinset': index + 1,
            'aria-setsize': total,
          }),
        )}
      </ul>
      {failure && <RestFailed message={failure} onRetry={ask} />}
    </>
  )
}

/** How far below the top of the page it begins. */
function useTop(list: { current: HTMLElement | null }) {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      if (list.current) setTop(list.current.getBoundingClientRect().top + window.scrollY)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [list])
  return top
}
