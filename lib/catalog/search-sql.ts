import { Prisma } from '@/lib/db'

/** Among what a common word finds, that many are compared: those that trend, those that begin with it, and others. */
const TRENDING = 200
const BEGINNING = 150
const OTHERS = 500
const MEANT = 500
/** With fewer than these, what sounds alike is looked for too. */
const ENOUGH = 20

type Asked = { words: string; from: number; limit: number }

/** README.md says how it finds. The planner must see the words, so it is never a named statement. */
export const searchSql = ({ words, from, limit }: Asked) => Prisma.sql`
  WITH trending AS (
    SELECT t.id FROM "TrackTrending" r JOIN "Track" t ON t.id = r."trackId"
    WHERE r."trendingScore" IS NOT NULL AND t."searchWords" @@ search_query(${words})
    ORDER BY r."trendingScore" DESC NULLS LAST LIMIT ${TRENDING}
  ), spelt AS MATERIALIZED (
    SELECT id FROM trending
    UNION (SELECT id FROM "Track" WHERE "searchTitle" LIKE search_text(${words}) || '%'
      ORDER BY "searchTitle" USING ~<~ LIMIT ${BEGINNING})
    UNION (SELECT id FROM "Track" WHERE "searchArtist" LIKE search_text(${words}) || '%'
      ORDER BY "searchArtist" USING ~<~ LIMIT ${BEGINNING})
    UNION (SELECT id FROM "Track" WHERE "searchWords" @@ search_query(${words}) LIMIT ${OTHERS})
  ), meant AS MATERIALIZED (
    SELECT id FROM "Track"
    WHERE (SELECT count(*) FROM spelt) < ${ENOUGH} AND "searchWords" @@ (SELECT search_near_query(${words}))
    LIMIT ${MEANT}
  ), alike AS (
    SELECT id FROM "Track"
    WHERE NOT EXISTS (SELECT FROM spelt) AND NOT EXISTS (SELECT FROM meant)
      AND ("searchTitle" || ' ' || "searchArtist") %> search_text(${words})
    ORDER BY word_similarity(search_text(${words}), "searchTitle" || ' ' || "searchArtist") DESC LIMIT ${MEANT}
  ), candidate AS (
    SELECT id, true AS "isSpelt" FROM spelt
    UNION ALL SELECT id, false FROM meant WHERE id NOT IN (SELECT id FROM spelt)
    UNION ALL SELECT id, false FROM alike
  ), found AS (
    SELECT t.*, ${matchSql} AS match, r."trendingScore" AS heat
    FROM candidate JOIN "Track" t USING (id)
    LEFT JOIN "TrackTrending" r ON r."trackId" = t.id
    CROSS JOIN LATERAL (
      SELECT t."searchTitle" AS title, t."searchArtist" AS artist, search_text(${words}) AS words
    ) text
    WHERE NOT EXISTS (SELECT FROM "Song" s WHERE s."trackId" = t.id AND s.status = 'blocked')
    ORDER BY match DESC, heat DESC NULLS LAST, t."createdAt" DESC, t.id
    OFFSET ${from} LIMIT ${limit}
  )
  SELECT found.id, found.title, found.artist, found.album, found."durationMs",
    CASE WHEN s.id IS NOT NULL THEN jsonb_build_object(
      'status', s.status, 'storageKeys', s."storageKeys",
      'coverImageKey', s."coverImageKey", 'metadata', s.metadata) END AS song
  FROM found LEFT JOIN "Song" s ON s."trackId" = found.id
  ORDER BY match DESC, heat DESC NULLS LAST, found."createdAt" DESC, found.id`

/** From 6, the whole of it, down to 1, a beginning; below 1, how alike it looks. */
const matchSql = Prisma.sql`CASE
  WHEN text.words IN (text.title, text.title || ' ' || text.artist, text.artist || ' ' || text.title) THEN 6
  WHEN text.words = text.artist THEN 5
  WHEN starts_with(text.title || ' ', text.words || ' ') OR starts_with(text.title || ' ' || text.artist || ' ', text.words || ' ')
    OR starts_with(text.artist || ' ' || text.title || ' ', text.words || ' ') THEN 4
  WHEN starts_with(text.title, text.words) OR starts_with(text.title || ' ' || text.artist, text.words)
    OR starts_with(text.artist || ' ' || text.title, text.words) THEN 3
  WHEN "isSpelt" AND string_to_array(text.title || ' ' || text.artist, ' ') @> string_to_array(text.words, ' ') THEN 2
  WHEN "isSpelt" THEN 1
  ELSE round(20 * greatest(similarity(text.title, text.words), similarity(text.title || ' ' || text.artist, text.words)))
    / 21 END::real`
