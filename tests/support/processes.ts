import { execFileSync } from 'node:child_process'

export type RunningProcess = { pid: number; command: string }

/** Everything that this process has started and that still runs, and what that has started in turn. */
export function descendantsOf(pid: number): RunningProcess[] {
  const rows = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((match) => (match ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? '' }] : []))
  const found: RunningProcess[] = []
  for (const parents = [pid]; parents.length > 0; ) {
    const parent = parents.pop()
    for (const row of rows.filter((candidate) => candidate.parent === parent)) {
      found.push({ pid: row.pid, command: row.command })
      parents.push(row.pid)
    }
  }
  return found
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
