import { db, Prisma } from '@/lib/db'

const counted = Prisma.sql`
  SELECT "trackId", count(*) FILTER (WHERE "rating" = 1)::int AS "ones", count(*) FILTER (WHERE "rating" = 2)::int AS "twos",
    count(*) FILTER (WHERE "rating" = 3)::int AS "threes", count(*) FILTER (WHERE "rating" = 4)::int AS "fours",
    count(*) FILTER (WHERE "rating" = 5)::int AS "fives"
  FROM "Review" GROUP BY "trackId"`

/** Each kept number of stars that is not what the reviews say. */
export const ratingDifferencesSql = Prisma.sql`
  SELECT 'TrackRating' AS "table", "trackId"::text AS "key", "column", "stored"::float8, "counted"::float8
  FROM "TrackRating" r FULL JOIN (${counted}) c USING ("trackId")
  CROSS JOIN LATERAL (VALUES
    ('ones', r."ones", c."ones"), ('twos', r."twos", c."twos"), ('threes', r."threes", c."threes"),
    ('fours', r."fours", c."fours"), ('fives', r."fives", c."fives")
  ) AS pair("column", "stored", "counted")
  WHERE coalesce("stored", 0) <> coalesce("counted", 0)`

/** Counts all of them again, while reviews wait. */
export async function restoreRatings() {
  await db().$transaction([
    db().$executeRaw`LOCK TABLE "Review" IN SHARE MODE`,
    db().$executeRaw`
      INSERT INTO "TrackRating" ("trackId", "ones", "twos", "threes", "fours", "fives")
      SELECT "trackId", coalesce(c."ones", 0), coalesce(c."twos", 0), coalesce(c."threes", 0), coalesce(c."fours", 0),
        coalesce(c."fives", 0)
      FROM "TrackRating" FULL JOIN (${counted}) c USING ("trackId")
      ON CONFLICT ("trackId") DO UPDATE SET "ones" = excluded."ones", "twos" = excluded."twos",
        "threes" = excluded."threes", "fours" = excluded."fours", "fives" = excluded."fives"`,
  ])
}
