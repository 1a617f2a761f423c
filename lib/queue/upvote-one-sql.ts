import { Prisma } from '@/lib/db'
import { decayConstantsSql } from '@/lib/stats/sql'
import type { Locked, VoteIds } from './upvote-sql'

/** upvoteSql for a single vote, which is what comes in when nobody else votes: a function of the database, which sums up nothing. */
export const upvoteOneSql = ({ streamId, memberId }: VoteIds, locked: Locked) => Prisma.sql`/* named: upvote_one */
  SELECT ${streamId}::uuid AS "streamId", ${memberId}::uuid AS "memberId", vote.*
  FROM upvote_one(${streamId}::uuid, ${memberId}::uuid, ${locked === 'skip'}, ${decayConstantsSql('like')}) vote`
