-- What a song's page shows beside its reviews, kept by each of them.
CREATE TABLE "TrackRating" (
    "trackId" UUID NOT NULL,
    "ones" INTEGER NOT NULL DEFAULT 0,
    "twos" INTEGER NOT NULL DEFAULT 0,
    "threes" INTEGER NOT NULL DEFAULT 0,
    "fours" INTEGER NOT NULL DEFAULT 0,
    "fives" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TrackRating_pkey" PRIMARY KEY ("trackId")
);
ALTER TABLE "TrackRating" ADD CONSTRAINT "TrackRating_trackId_fkey" FOREIGN KEY ("trackId") REFERENCES "Track"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A trigger and not the mutations, since reviews also go with the account of who wrote them. The rows of a statement are
-- taken in one order, so that two accounts that end at once never deadlock. Semicolons are written as \x3b, since what
-- applies migrations cuts them there.
CREATE FUNCTION keep_track_rating() RETURNS trigger
  LANGUAGE plpgsql
  AS E'
    DECLARE sign int := TG_ARGV[0]\x3b
    BEGIN
      INSERT INTO "TrackRating" AS r ("trackId", "ones", "twos", "threes", "fours", "fives")
      SELECT "trackId", sign * count(*) FILTER (WHERE "rating" = 1), sign * count(*) FILTER (WHERE "rating" = 2),
        sign * count(*) FILTER (WHERE "rating" = 3), sign * count(*) FILTER (WHERE "rating" = 4),
        sign * count(*) FILTER (WHERE "rating" = 5)
      FROM changed GROUP BY "trackId" ORDER BY "trackId"
      ON CONFLICT ("trackId") DO UPDATE SET "ones" = r."ones" + excluded."ones", "twos" = r."twos" + excluded."twos",
        "threes" = r."threes" + excluded."threes", "fours" = r."fours" + excluded."fours",
        "fives" = r."fives" + excluded."fives"\x3b
      RETURN NULL\x3b
    END';
CREATE TRIGGER "Review_added" AFTER INSERT ON "Review"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_track_rating('1');
CREATE TRIGGER "Review_changedFrom" AFTER UPDATE ON "Review"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_track_rating('-1');
CREATE TRIGGER "Review_changedTo" AFTER UPDATE ON "Review"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_track_rating('1');
CREATE TRIGGER "Review_removed" AFTER DELETE ON "Review"
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_track_rating('-1');

INSERT INTO "TrackRating" ("trackId", "ones", "twos", "threes", "fours", "fives")
SELECT "trackId", count(*) FILTER (WHERE "rating" = 1), count(*) FILTER (WHERE "rating" = 2),
  count(*) FILTER (WHERE "rating" = 3), count(*) FILTER (WHERE "rating" = 4), count(*) FILTER (WHERE "rating" = 5)
FROM "Review" GROUP BY "trackId";

-- What a song's page reads: its last days, and where it was put lately.
CREATE INDEX "TrackDailyPlays_trackId_day_idx" ON "TrackDailyPlays"("trackId", "day" DESC);
DROP INDEX "Stream_trackId_idx";
CREATE INDEX "Stream_trackId_createdAt_idx" ON "Stream"("trackId", "createdAt" DESC);
